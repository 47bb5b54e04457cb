package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.idempotency.Claim;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.refund.domain.Refund;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundOrigin;
import com.tillhouse.core.refund.port.RefundReservationStore;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.Act;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives money back: reserve and commit, send to Antom with no transaction held, apply what it said. An unclear answer keeps the reservation; the
 * same request goes out again under the same id until the answer is clear.
 */
public final class RequestRefund {
    /** One call to Antom with its deadline, and room to spare. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final UnitOfWork unitOfWork;
    private final IdempotencyStore keys;
    private final PaymentRepository payments;
    private final RefundReservationStore reservations;
    private final ApplyRefundOutcome outcomes;
    private final SyncRefund sync;
    private final InstantSource clock;

    public RequestRefund(
            UnitOfWork unitOfWork,
            IdempotencyStore keys,
            PaymentRepository payments,
            RefundReservationStore reservations,
            ApplyRefundOutcome outcomes,
            SyncRefund sync,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.payments = payments;
        this.reservations = reservations;
        this.outcomes = outcomes;
        this.sync = sync;
        this.clock = clock;
    }

    /** What the first transaction leaves to do: nothing but to answer, or to send this refund. */
    private sealed interface Step {
        record Answer(Reply reply) implements Step {}

        record Send(SyncRefund.Ask ask) implements Step {}
    }

    /**
     * Refunds, or gives the answer again that the same key got before. Two transactions and one call.
     *
     * @throws NotFoundException when the tenant has no such payment in this mode
     * @throws RefundNotPossibleException when the payment is not paid or has too little left; Antom is not asked
     */
    public Reply refund(RequestRefundCommand command, RefundReplyMapper replies) {
        TenantId tenant = command.tenant();
        return switch (unitOfWork.inTenant(tenant, () -> begin(tenant, command, replies))) {
            case Step.Answer answer -> answer.reply();
            case Step.Send send -> {
                Outcome<RefundNews> said = sync.send(send.ask());
                String refundId = send.ask().refund().id();
                yield unitOfWork.inTenant(
                        tenant,
                        () -> keys.complete(tenant, command.key(), replies.taken(sync.take(tenant, refundId, said))));
            }
        };
    }

    /**
     * Gives back all of a payment on the platform's own account. The refund's id follows from the payment's, so that doing it again has no second
     * effect.
     */
    void returnAll(TenantId tenant, String paymentId, String reason) {
        String refundId = RefundOrigin.returnOf(paymentId);
        Optional<SyncRefund.Ask> ask = unitOfWork.inTenant(tenant, () -> {
            if (!outcomes.exists(tenant, refundId)) {
                Payment found = payments.find(tenant, paymentId).orElseThrow(NotFoundException::new);
                keep(tenant, found, refundId, found.state().balance().refundable(), reason);
            }
            return sync.leasedToSend(tenant, refundId);
        });
        ask.ifPresent(found -> sync.take(tenant, refundId, sync.send(found)));
    }

    private Step begin(TenantId tenant, RequestRefundCommand command, RefundReplyMapper replies) {
        return switch (keys.claim(tenant, command.key(), command.fingerprint(), command.refundId(), LEASE)) {
            case Claim.Done done -> new Step.Answer(done.reply());
            case Claim.Resumed resumed -> {
                Act.about(tenant, command.paymentId(), resumed.resourceId(), command.amount());
                yield step(tenant, command, resumed.resourceId(), replies);
            }
            case Claim.Fresh fresh ->
                step(tenant, command, reserve(tenant, command).id(), replies);
        };
    }

    /** What is settled, or is being sent by somebody else, is answered as it is. */
    private Step step(TenantId tenant, RequestRefundCommand command, String refundId, RefundReplyMapper replies) {
        Optional<SyncRefund.Ask> ask = sync.leasedToSend(tenant, refundId);
        return ask.isPresent()
                ? new Step.Send(ask.get())
                : new Step.Answer(keys.complete(tenant, command.key(), replies.taken(sync.resource(tenant, refundId))));
    }

    private Refund reserve(TenantId tenant, RequestRefundCommand command) {
        Payment payment = payments.find(tenant, command.paymentId())
                .filter(found -> found.origin().mode() == command.key().mode())
                .orElseThrow(NotFoundException::new);
        Money amount = command.amount() == null ? payment.state().balance().refundable() : command.amount();
        Act.about(tenant, payment.id(), command.refundId(), amount);
        if (payment.status() == PaymentStatus.CANCELED) {
            throw refusal(payment, payment.origin().amount());
        }
        return keep(tenant, payment, command.refundId(), amount, command.reason());
    }

    private Refund keep(TenantId tenant, Payment payment, String refundId, Money amount, @Nullable String reason) {
        if (!amount.positive() || !reservations.reserve(tenant, payment.id(), amount)) {
            throw refusal(payments.lock(tenant, payment.id()).orElseThrow(), amount);
        }
        Refund refund = Refund.request(new RefundOrigin(
                tenant,
                refundId,
                payment.id(),
                payment.origin().gatewayAccountId(),
                payment.origin().mode(),
                amount,
                reason,
                false,
                clock.instant()));
        outcomes.add(tenant, refund);
        return refund;
    }

    /** Says why the guarded update found nothing to update. */
    private static RefundNotPossibleException refusal(Payment payment, Money amount) {
        var balance = payment.state().balance();
        if (payment.status() != PaymentStatus.SUCCEEDED) {
            return new RefundNotPossibleException(
                    "payment_not_refundable",
                    "The payment is " + payment.status().name().toLowerCase(Locale.ROOT)
                            + "; only a succeeded payment can be refunded.",
                    balance);
        }
        if (!amount.currency().equals(payment.origin().amount().currency())) {
            return new RefundNotPossibleException(
                    "currency_mismatch",
                    "The payment is in " + payment.origin().amount().currency() + "; refund it in that currency.",
                    balance);
        }
        if (payment.state().pendingCancel() != null) {
            return new RefundNotPossibleException(
                    "payment_not_refundable",
                    "A cancel of this payment is under way and gives all of it back; refund it only if the cancel is refused.",
                    balance);
        }
        return new RefundNotPossibleException(
                "refund_exceeds_available",
                "Only " + balance.refundable().currency() + " "
                        + balance.refundable().display() + " of this payment is left to refund.",
                balance);
    }
}
