package com.tillhouse.api.checkout;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.idempotency.FingerprintMapper;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.checkout.domain.order.OrderDetails;
import com.tillhouse.core.checkout.domain.page.PageOptions;
import com.tillhouse.core.checkout.domain.page.Terminal;
import com.tillhouse.core.checkout.usecase.OpenCheckoutSessionCommand;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.UrlPolicy;
import com.tillhouse.core.shared.Violation;
import com.tillhouse.core.shared.Violations;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From a merchant's request to the command, and to the fingerprint of what the request means. */
final class OpenSessionMapper {
    private static final String USUAL_TERMINAL = "WEB";

    private final FingerprintMapper fingerprints;
    private final UrlPolicy urls;
    private final InstantSource clock;

    OpenSessionMapper(FingerprintMapper fingerprints, UrlPolicy urls, InstantSource clock) {
        this.fingerprints = fingerprints;
        this.urls = urls;
        this.clock = clock;
    }

    OpenCheckoutSessionCommand command(OpenSessionRequest request, Caller caller, IdempotencyKey key) {
        requireAmount(request);
        OpenCheckoutSessionCommand command =
                new OpenCheckoutSessionCommand(origin(request, caller), key, fingerprints.of(request));
        requireCallable(request.notifyUrl());
        return command;
    }

    private void requireCallable(@Nullable String notifyUrl) {
        if (notifyUrl != null) {
            urls.refusalOfForm(notifyUrl).ifPresent(refusal -> {
                throw new InvalidRequestException(
                        List.of(new Violation("/notify_url", refusal.code(), refusal.detail())));
            });
        }
    }

    /** Without an amount there is no command that could list what else is wrong, so the mandatory fields are looked at here. */
    private static void requireAmount(OpenSessionRequest request) {
        if (given(request.amount()) == null) {
            Violations found = new Violations();
            found.require(false, "/amount", "required", "must be given.");
            found.text("/order_reference", request.orderReference(), 64);
            found.text("/description", request.description(), 256);
            found.text("/redirect_url", request.redirectUrl(), 2048);
            found.throwIfAny();
        }
    }

    private static <T> @Nullable T given(@Nullable T value) {
        return value;
    }

    private SessionOrigin origin(OpenSessionRequest request, Caller caller) {
        Instant now = clock.instant();
        Instant expires = request.expiresAt();
        return new SessionOrigin(
                caller.tenant(),
                RandomId.withPrefix("cs_"),
                caller.mode(),
                request.orderReference(),
                request.amount(),
                details(request),
                request.redirectUrl(),
                request.notifyUrl(),
                request.metadata(),
                now,
                expires == null ? now.plus(OpenCheckoutSessionCommand.usualLife()) : expires);
    }

    private static OrderDetails details(OpenSessionRequest request) {
        return new OrderDetails(
                request.description(),
                request.goods(),
                request.buyer(),
                request.shipping(),
                request.transit(),
                request.lodging(),
                request.gaming(),
                request.merchant(),
                request.needDeclaration(),
                request.extendInfo(),
                page(request));
    }

    private static PageOptions page(OpenSessionRequest request) {
        String terminal = request.terminalType();
        return new PageOptions(
                request.paymentMethodTypes(),
                request.settlementCurrency(),
                request.locale(),
                request.captureMode() == null ? null : request.captureMode().toUpperCase(Locale.ROOT),
                request.merchantRegion(),
                request.merchantAccountId(),
                request.enableInstallmentCollection(),
                request.creditPayPlan(),
                new Terminal(terminal == null ? USUAL_TERMINAL : terminal, request.osType(), request.device()));
    }
}
