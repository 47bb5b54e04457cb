package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.payment.FollowUpStatus;
import com.tillhouse.sandbox.payment.Payment;
import com.tillhouse.sandbox.payment.PaymentStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Sums of one currency in its smallest units.
 *
 * @param paid payments that were ever paid and captured by themselves
 * @param authorized payments that were ever paid and wait for captures
 * @param captured captures that succeeded
 * @param canceled the paid and authorized ones that were cancelled
 * @param refunded refunds that succeeded, external ones included
 * @param refunding refunds in process
 */
record LedgerTotals(
        String currency,
        long payments,
        long paid,
        long authorized,
        long captured,
        long canceled,
        long refunded,
        long refunding) {

    static List<LedgerTotals> of(Collection<Payment> payments) {
        Map<String, List<Payment>> byCurrency = payments.stream()
                .collect(Collectors.groupingBy(
                        payment -> payment.request().amount().currency(), TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue()))
                .toList();
    }

    private static LedgerTotals of(String currency, List<Payment> payments) {
        return new LedgerTotals(
                currency,
                payments.size(),
                sum(payments, payment -> payment.request().capturesByHand() ? 0 : everPaid(payment)),
                sum(payments, payment -> payment.request().capturesByHand() ? everPaid(payment) : 0),
                sum(payments, payment -> sum(payment, FollowUpKind.CAPTURE, FollowUpStatus.SUCCESS)),
                sum(payments, payment -> payment.state().status() == PaymentStatus.CANCELLED ? everPaid(payment) : 0),
                sum(payments, payment -> sum(payment, FollowUpKind.REFUND, FollowUpStatus.SUCCESS)),
                sum(payments, payment -> sum(payment, FollowUpKind.REFUND, FollowUpStatus.PROCESSING)));
    }

    private static long sum(List<Payment> payments, ToLongFunction<Payment> part) {
        return payments.stream().mapToLong(part).sum();
    }

    private static long sum(Payment payment, FollowUpKind kind, FollowUpStatus status) {
        return payment.followUps(kind)
                .filter(each -> each.status() == status)
                .mapToLong(each -> each.amount().units())
                .sum();
    }

    private static long everPaid(Payment payment) {
        return payment.state().paymentTime() == null
                ? 0
                : payment.request().amount().units();
    }
}
