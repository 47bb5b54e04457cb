package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.capture.domain.Capture;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.capture.domain.CaptureOrigin;
import com.tillhouse.core.capture.port.CaptureReservationStore;
import com.tillhouse.core.checkout.domain.Authorization;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.page.CaptureMode;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.idempotency.Claim;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.idempotency.Reply;
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
 * Takes money of an authorised payment: speak for the amount and commit, send to Antom with no transaction held, apply what it said. An unclear
 * answer keeps the amount spoken for; the same request goes out again under the same id until the answer is clear.
 */
public final class RequestCapture {
    /** One call to Antom with its deadline, and room to spare. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final UnitOfWork unitOfWork;
    private final IdempotencyStore keys;
    private final PaymentRepository payments;
    private final CaptureReservationStore reservations;
    private final ApplyCaptureOutcome outcomes;
    private final SyncCapture sync;
    private final InstantSource clock;

    public RequestCapture(
            UnitOfWork unitOfWork,
            IdempotencyStore keys,
            PaymentRepository payments,
            CaptureReservationStore reservations,
            ApplyCaptureOutcome outcomes,
            SyncCapture sync,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.payments = payments;
        this.reservations = reservations;
        this.outcomes = outcomes;
        this.sync = sync;
        this.clock = clock;
    }

    /** What the first transaction leaves to do: nothing but to answer, or to send this capture. */
    private sealed interface Step {
        record Answer(Reply reply) implements Step {}

        record Send(SyncCapture.Ask ask) implements Step {}
    }

    /**
     * Captures, or gives the answer again that the same key got before. Two transactions and one call.
     *
     * @throws NotFoundException when the tenant has no such payment in this mode
     * @throws CaptureNotPossibleException when the payment is not authorised or has too little left; Antom is not asked
     */
    public Reply capture(RequestCaptureCommand command, CaptureReplyMapper replies) {
        TenantId tenant = command.tenant();
        return switch (unitOfWork.inTenant(tenant, () -> begin(tenant, command, replies))) {
            case Step.Answer answer -> answer.reply();
            case Step.Send send -> {
                Outcome<CaptureNews> said = sync.send(send.ask());
                String captureId = send.ask().capture().id();
                yield unitOfWork.inTenant(
                        tenant,
                        () -> keys.complete(tenant, command.key(), replies.taken(sync.take(tenant, captureId, said))));
            }
        };
    }

    private Step begin(TenantId tenant, RequestCaptureCommand command, CaptureReplyMapper replies) {
        return switch (keys.claim(tenant, command.key(), command.fingerprint(), command.captureId(), LEASE)) {
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
    private Step step(TenantId tenant, RequestCaptureCommand command, String captureId, CaptureReplyMapper replies) {
        Optional<SyncCapture.Ask> ask = sync.leasedToSend(tenant, captureId);
        return ask.isPresent()
                ? new Step.Send(ask.get())
                : new Step.Answer(
                        keys.complete(tenant, command.key(), replies.taken(sync.resource(tenant, captureId))));
    }

    private Capture reserve(TenantId tenant, RequestCaptureCommand command) {
        Payment payment = payments.find(tenant, command.paymentId())
                .filter(found -> found.origin().mode() == command.key().mode())
                .orElseThrow(NotFoundException::new);
        Money amount = command.amount() == null ? payment.hold().leftToCapture() : command.amount();
        Act.about(tenant, payment.id(), command.captureId(), amount);
        if (!amount.positive() || !reservations.reserve(tenant, payment.id(), amount)) {
            throw refusal(payments.lock(tenant, payment.id()).orElseThrow(), amount);
        }
        Capture capture = Capture.request(new CaptureOrigin(
                tenant,
                command.captureId(),
                payment.id(),
                payment.origin().gatewayAccountId(),
                payment.origin().mode(),
                amount,
                command.last(),
                clock.instant()));
        outcomes.add(tenant, capture);
        return capture;
    }

    /** Says why the guarded update found nothing to update. */
    private static CaptureNotPossibleException refusal(Payment payment, Money amount) {
        CaptureFigures figures = CaptureFigures.of(payment);
        String obstacle = obstacle(payment);
        if (obstacle != null) {
            return new CaptureNotPossibleException("payment_not_capturable", obstacle, figures);
        }
        String currency = payment.origin().amount().currency();
        if (!amount.currency().equals(currency)) {
            return new CaptureNotPossibleException(
                    "currency_mismatch", "The payment is in " + currency + "; capture it in that currency.", figures);
        }
        return new CaptureNotPossibleException(
                "capture_exceeds_available",
                "Only " + currency + " " + figures.available().display() + " of this payment is left to capture.",
                figures);
    }

    private static @Nullable String obstacle(Payment payment) {
        if (payment.origin().captureMode() == CaptureMode.AUTOMATIC) {
            return "Antom captures this payment by itself. Open the session with capture_mode manual to capture on your own.";
        }
        if (!payment.hold().paid()) {
            return "The payment is " + payment.status().name().toLowerCase(Locale.ROOT)
                    + "; only an authorized payment can be captured.";
        }
        if (payment.state().pendingCancel() != null) {
            return "A cancel of this payment is under way and gives the authorisation up; capture only if the cancel is refused.";
        }
        Authorization held = payment.state().authorization();
        return held != null && held.closed()
                ? "Nothing more of this payment can be captured: the last capture was made, or the authorisation is over."
                : null;
    }
}
