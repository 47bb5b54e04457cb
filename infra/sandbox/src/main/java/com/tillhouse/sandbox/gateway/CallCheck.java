package com.tillhouse.sandbox.gateway;

import com.tillhouse.sandbox.client.ClientRepository;
import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.client.MerchantKey;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import com.tillhouse.sandbox.protocol.RefusedException;
import com.tillhouse.sandbox.protocol.ResultCode;
import com.tillhouse.sandbox.protocol.RsaKeys;
import com.tillhouse.sandbox.protocol.SignatureHeader;
import com.tillhouse.sandbox.protocol.SignedContent;
import com.tillhouse.sandbox.settings.SwitchStore;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides who calls. What fails here is answered without a signature, since there is nobody to sign for. */
final class CallCheck {

    private final ClientRepository clients;
    private final SwitchStore switches;
    private final InstantSource clock;

    CallCheck(ClientRepository clients, SwitchStore switches, InstantSource clock) {
        this.clients = clients;
        this.switches = switches;
        this.clock = clock;
    }

    /** The caller, proved by its signature. */
    record Caller(MerchantClient client, int keyVersion) {}

    /** @throws RefusedException with the code of the first check that fails */
    Caller check(GatewayCall call) {
        if (!call.method().equals("POST")) {
            throw new RefusedException(ResultCode.METHOD_NOT_SUPPORTED, ResultCode.METHOD_NOT_SUPPORTED.message());
        }
        checkMediaType(call.contentType());
        String clientId = header("client-id", call.clientId());
        String time = header("request-time", call.requestTime());
        String signature = header("signature", call.signature());
        checkTime(time);
        MerchantClient client = clients.find(clientId)
                .orElseThrow(() -> new RefusedException(
                        ResultCode.KEY_NOT_FOUND, "No key is registered for client-id " + clientId + "."));
        return verified(client, parsed(signature), new SignedContent(call.uri(), clientId, time, call.body()));
    }

    private static Caller verified(MerchantClient client, SignatureHeader header, SignedContent content) {
        Integer wanted = header.keyVersion();
        if (wanted != null && client.key(wanted).isEmpty()) {
            throw new RefusedException(
                    ResultCode.KEY_NOT_FOUND,
                    "keyVersion " + wanted + " is not registered; the latest is " + client.latestKeyVersion() + ".");
        }
        return Stream.concat(Optional.ofNullable(wanted).flatMap(client::key).stream(), client.keys().stream())
                .filter(key -> fits(key, header, content))
                .findFirst()
                .map(key -> new Caller(client, key.version()))
                .orElseThrow(() -> new RefusedException(
                        ResultCode.INVALID_SIGNATURE,
                        "The signature fits none of the keys of " + client.clientId() + ". It must be made over: POST "
                                + content.uri() + "\\n<client-id>.<request-time>.<body>"));
    }

    private static boolean fits(MerchantKey key, SignatureHeader header, SignedContent content) {
        return RsaKeys.verify(content, header.signature(), RsaKeys.readPublic(key.publicKey()));
    }

    private static SignatureHeader parsed(String header) {
        try {
            return SignatureHeader.parse(header);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(ResultCode.INVALID_SIGNATURE, String.valueOf(e.getMessage()));
        }
    }

    private static String header(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new RefusedException(ResultCode.PARAM_ILLEGAL, "The header " + name + " is missing.");
        }
        return value;
    }

    private static void checkMediaType(@Nullable String contentType) {
        if (contentType != null && !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new RefusedException(
                    ResultCode.MEDIA_TYPE_NOT_ACCEPTABLE, "Content-Type must be application/json, got " + contentType);
        }
    }

    private void checkTime(String time) {
        Instant sent = instant(time);
        Duration most = switches.current().requestTimeSkew();
        if (most != null && Duration.between(sent, clock.instant()).abs().compareTo(most) > 0) {
            throw new RefusedException(
                    ResultCode.PARAM_ILLEGAL, "request-time " + time + " is more than " + most + " from now.");
        }
    }

    /** Epoch milliseconds, or ISO 8601, which older samples show. */
    private static Instant instant(String time) {
        try {
            return time.matches("[0-9]{1,16}") ? Instant.ofEpochMilli(Long.parseLong(time)) : ProtocolTime.parse(time);
        } catch (DateTimeException e) {
            throw new RefusedException(
                    ResultCode.PARAM_ILLEGAL, "The header request-time must be epoch milliseconds, got " + time + ".");
        }
    }
}
