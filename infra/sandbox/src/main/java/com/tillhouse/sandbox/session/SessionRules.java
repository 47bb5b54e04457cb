package com.tillhouse.sandbox.session;

import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The documented rules of createPaymentSession for the hosted page. Unknown properties are let pass. */
public final class SessionRules {

    /** Antom lets a session live an hour at most. */
    public static final Duration LONGEST_LIFE = Duration.ofHours(1);

    private static final Set<String> WEB = Set.of("http", "https");

    private SessionRules() {}

    /**
     * Reads a request.
     *
     * @param requireSeedFields see {@code Switches}
     * @throws com.tillhouse.sandbox.protocol.RefusedException PARAM_ILLEGAL, naming the field
     */
    public static SessionRequest read(JsonNode body, Instant now, boolean requireSeedFields) {
        Fields fields = Fields.of(body);
        fields.oneOf("productCode", Set.of("CASHIER_PAYMENT"));
        fields.oneOf("productScene", Set.of("CHECKOUT_PAYMENT"));
        String paymentRequestId = fields.text("paymentRequestId", 64);
        OrderRules.check(fields.object("order"), requireSeedFields);
        Amount amount = fields.amount("paymentAmount");
        String redirectUrl = fields.url("paymentRedirectUrl", Set.of());
        String notifyUrl = fields.optionalUrl("paymentNotifyUrl", WEB);
        fields.optionalObject("settlementStrategy").ifPresent(strategy -> strategy.text("settlementCurrency", 3));
        checkOptions(fields);
        return new SessionRequest(
                paymentRequestId,
                amount,
                redirectUrl,
                notifyUrl,
                methods(fields, requireSeedFields),
                captureMode(fields),
                expiry(fields, now));
    }

    private static void checkOptions(Fields fields) {
        fields.optionalText("locale", 8);
        fields.optionalText("merchantRegion", 2);
        fields.optionalText("merchantAccountId", 32);
        fields.optionalTruth("enableInstallmentCollection");
        fields.optionalObject("paymentFactor").ifPresent(factor -> factor.optionalTruth("isAuthorization"));
        fields.optionalObject("env").ifPresent(SessionRules::checkEnv);
    }

    private static void checkEnv(Fields env) {
        String terminal = env.optionalOneOf("terminalType", Set.of("WEB", "WAP", "APP", "MINI_APP"));
        env.optionalOneOf("osType", Set.of("IOS", "ANDROID"));
        if (terminal != null && !terminal.equals("WEB") && env.optionalText("osType", 16) == null) {
            throw env.illegal("osType", "is required when terminalType is " + terminal);
        }
        env.optionalText("clientIp", 64);
        env.optionalText("deviceTokenId", 64);
        env.optionalText("deviceBrand", 64);
        env.optionalText("deviceModel", 128);
        env.optionalText("extendInfo", 2048);
        env.optionalWhole("timeZoneOffset", -720, 720);
    }

    private static List<String> methods(Fields fields, boolean required) {
        List<String> types = new ArrayList<>();
        if (required) {
            fields.object("paymentMethod").text("paymentMethodType", 64);
        }
        fields.optionalObject("paymentMethod").ifPresent(method -> {
            String type = method.optionalText("paymentMethodType", 64);
            if (type != null && !type.isBlank()) {
                types.add(type);
            }
            method.optionalText("paymentMethodId", 128);
            method.optionalText("extendInfo", 2048);
        });
        if (types.isEmpty()) {
            fields.optionalObject("availablePaymentMethod")
                    .ifPresent(available -> available
                            .list("paymentMethodTypeList", 100)
                            .forEach(item -> types.add(item.text("paymentMethodType", 64))));
        }
        return types;
    }

    private static @Nullable String captureMode(Fields fields) {
        return fields.optionalObject("paymentFactor")
                .map(factor -> factor.optionalOneOf("captureMode", Set.of("AUTOMATIC", "MANUAL")))
                .orElse(null);
    }

    private static @Nullable Instant expiry(Fields fields, Instant now) {
        Instant expiry = fields.optionalTime("paymentSessionExpiryTime");
        if (expiry != null && (!expiry.isAfter(now) || expiry.isAfter(now.plus(LONGEST_LIFE)))) {
            throw fields.illegal("paymentSessionExpiryTime", "must be within one hour from now (" + now + ")");
        }
        return expiry;
    }
}
