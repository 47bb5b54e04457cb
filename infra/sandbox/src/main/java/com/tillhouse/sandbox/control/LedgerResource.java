package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentRepository;
import com.tillhouse.sandbox.payment.PaymentState;
import com.tillhouse.sandbox.payment.PaymentStatus;
import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All the sandbox holds for a client, for comparison. Days are Antom's, UTC+8. */
final class LedgerResource implements ControlResource {

    private final PaymentRepository payments;

    LedgerResource(PaymentRepository payments) {
        this.payments = payments;
    }

    /**
     * The ledger of one client, of one day or of all.
     *
     * @param cancels the cancelled payments among them
     * @param totals per currency, over whole payments: all refunds and captures of a payment that is listed
     */
    record Ledger(
            @Nullable String clientId,
            @Nullable LocalDate date,
            List<PaymentFacts> payments,
            List<FollowUpFacts> refunds,
            List<FollowUpFacts> captures,
            List<Cancel> cancels,
            List<LedgerTotals> totals) {}

    /**
     * A cancelled payment.
     *
     * @param returned the money that went back; null if it had not been paid
     */
    record Cancel(
            String clientId,
            String paymentRequestId,
            String paymentId,
            @Nullable Instant canceledAt,
            @Nullable Amount returned) {

        static Cancel of(Payment payment) {
            PaymentState state = payment.state();
            return new Cancel(
                    payment.clientId(),
                    payment.request().paymentRequestId(),
                    payment.paymentId(),
                    state.cancelTime(),
                    state.paymentTime() == null ? null : payment.request().amount());
        }
    }

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
        List<Payment> listed = payments.all().stream()
                .filter(payment -> clientId == null || payment.clientId().equals(clientId))
                .filter(payment -> date == null || isOf(payment, date))
                .sorted(Comparator.comparing(
                                (Payment payment) -> payment.session().createdAt())
                        .thenComparing(Payment::paymentId))
                .toList();
        return ledger(clientId, date, listed);
    }

    private static Ledger ledger(@Nullable String clientId, @Nullable LocalDate date, List<Payment> listed) {
        return new Ledger(
                clientId,
                date,
                listed.stream().map(PaymentFacts::of).toList(),
                followUps(listed, FollowUpKind.REFUND),
                followUps(listed, FollowUpKind.CAPTURE),
                listed.stream()
                        .filter(payment -> payment.state().status() == PaymentStatus.CANCELLED)
                        .map(Cancel::of)
                        .toList(),
                LedgerTotals.of(listed));
    }

    private static List<FollowUpFacts> followUps(List<Payment> listed, FollowUpKind kind) {
        return listed.stream()
                .flatMap(payment -> FollowUpFacts.of(payment, kind).stream())
                .toList();
    }

    /** A payment belongs to each day on which something happened to it: opened, paid, cancelled, captured, refunded. */
    private static boolean isOf(Payment payment, LocalDate date) {
        Stream<@Nullable Instant> moments = Stream.of(
                payment.session().createdAt(),
                payment.state().paymentTime(),
                payment.state().cancelTime());
        Stream<@Nullable Instant> later =
                payment.followUps().stream().flatMap(each -> Stream.of(each.createdAt(), each.settledAt()));
        return Stream.concat(moments, later)
                .filter(Objects::nonNull)
                .anyMatch(moment -> ProtocolTime.businessDay(moment).equals(date));
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
