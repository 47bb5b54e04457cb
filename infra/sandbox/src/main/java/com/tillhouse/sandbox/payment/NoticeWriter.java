package com.tillhouse.sandbox.payment;

import com.tillhouse.sandbox.client.ClientRepository;
import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.fault.Api;
import com.tillhouse.sandbox.fault.Fault;
import com.tillhouse.sandbox.fault.FaultKind;
import com.tillhouse.sandbox.fault.FaultPoint;
import com.tillhouse.sandbox.fault.FaultSource;
import com.tillhouse.sandbox.notification.Notification;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes notifications of all kinds, each with the fault that waits for it. */
public final class NoticeWriter {

    private final ClientRepository clients;
    private final FaultSource faults;

    public NoticeWriter(ClientRepository clients, FaultSource faults) {
        this.clients = clients;
        this.faults = faults;
    }

    /**
     * What is to be told.
     *
     * @param requestId the id under which the merchant knows it
     * @param url where the request asked it to be sent; null if it did not ask
     * @param body makes the message's body, for the amount that is to stand in it
     */
    public record Message(
            Api api,
            String type,
            String requestId,
            @Nullable String url,
            Amount amount,
            Function<Amount, Object> body) {}

    /**
     * The notification to send: to the address in the request, else the client's own, else the payment's; nothing if
     * there is none of them.
     */
    public Optional<Notification> write(Payment payment, Message message, Instant now) {
        return Stream.of(
                        Optional.ofNullable(message.url),
                        clients.find(payment.clientId()).map(MerchantClient::notifyUrl),
                        Optional.ofNullable(payment.request().notifyUrl()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(url -> written(payment, message, url, now));
    }

    private Notification written(Payment payment, Message message, String url, Instant now) {
        Fault fault = faults.take(new FaultPoint(
                        message.api, payment.request().paymentRequestId(), message.requestId, message.amount))
                .orElse(null);
        boolean wrong = fault != null && fault.kind() == FaultKind.WRONG_AMOUNT;
        Object body = message.body.apply(wrong ? message.amount.raised() : message.amount);
        Instant due = fault != null && isLate(fault.kind()) ? now.plus(fault.delay()) : now;
        return new Notification(
                UUID.randomUUID().toString(),
                message.type,
                url,
                Json.PROTOCOL.writeValueAsString(body),
                now,
                due,
                due,
                fault == null ? null : fault.kind(),
                false,
                List.of());
    }

    private static boolean isLate(FaultKind kind) {
        return kind == FaultKind.LATE || kind == FaultKind.REORDER;
    }
}
