package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All the sandbox holds for a client, for comparison. Days are Antom's, UTC+8. */
final class LedgerResource implements ControlResource {

    private final PaymentRepository payments;

    LedgerResource(PaymentRepository payments) {
        this.payments = payments;
    }

    /** The ledger of one client, of one day or of all. */
    record Ledger(@Nullable String clientId, @Nullable LocalDate date, List<PaymentFacts> payments) {}

    @Override
    public Object answer(ControlCall call) {
        if (call.segments().size() > 1) {
            throw call.noSuchPath();
        }
        if (!call.method().equals("GET")) {
            throw call.methodNotAllowed("GET");
        }
        String clientId = call.parameter("client_id");
        LocalDate date = date(call.parameter("date"));
        return new Ledger(
                clientId,
                date,
                payments.all().stream()
                        .filter(payment ->
                                clientId == null || payment.clientId().equals(clientId))
                        .filter(payment -> date == null || isOf(payment, date))
                        .sorted(Comparator.comparing(
                                        (Payment payment) -> payment.session().createdAt())
                                .thenComparing(Payment::paymentId))
                        .map(PaymentFacts::of)
                        .toList());
    }

    /** A payment belongs to the day it was opened and to the day it was paid. */
    private static boolean isOf(Payment payment, LocalDate date) {
        Instant paid = payment.state().paymentTime();
        return ProtocolTime.businessDay(payment.session().createdAt()).equals(date)
                || paid != null && ProtocolTime.businessDay(paid).equals(date);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ControlProblemException(
                    400, "invalid_parameter", "date is not a day: " + text, null, "Write it like 2026-11-22.");
        }
    }
}
