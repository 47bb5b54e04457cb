package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.GatewayBusyException;
import com.tillhouse.core.idempotency.Claim;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.Act;

/** Opens the next attempt to pay a session; the previous one is closed at Antom first, so that never two can be paid. */
public final class RetryCheckoutSession {
    private final UnitOfWork unitOfWork;
    private final IdempotencyStore keys;
    private final CheckoutSessionRepository sessions;
    private final PaymentRepository payments;
    private final CloseAttempts close;
    private final OpenAttempt attempts;

    public RetryCheckoutSession(
            UnitOfWork unitOfWork,
            IdempotencyStore keys,
            CheckoutSessionRepository sessions,
            PaymentRepository payments,
            CloseAttempts close,
            OpenAttempt attempts) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.sessions = sessions;
        this.payments = payments;
        this.close = close;
        this.attempts = attempts;
    }

    /**
     * Closes what is open and opens the next attempt, or gives the answer again that the same key got before.
     *
     * @throws NotFoundException when the tenant has no such session in this mode
     * @throws SessionNotOpenException when the session has ended, or the previous payment could not be closed for certain
     * @throws OpeningUndeterminedException when Antom gave no reliable answer twice
     */
    public Reply retry(RetryCheckoutSessionCommand command, SessionReplyMapper replies) {
        TenantId tenant = command.tenant();
        String paymentId = RandomId.withPrefix("pay_");
        Claim claim = unitOfWork.inTenant(
                tenant, () -> keys.claim(tenant, command.key(), command.fingerprint(), paymentId, OpenAttempt.LEASE));
        OpenAttempt.Step step = switch (claim) {
            case Claim.Done done -> new OpenAttempt.Step.Answer(done.reply());
            case Claim.Resumed resumed ->
                begun(tenant, resumed.resourceId())
                        ? goOn(tenant, command, replies)
                        : closeAndAttempt(tenant, command, resumed.resourceId());
            case Claim.Fresh fresh -> closeAndAttempt(tenant, command, paymentId);
        };
        return attempts.carryOut(tenant, command.key(), step, replies);
    }

    private OpenAttempt.Step goOn(TenantId tenant, RetryCheckoutSessionCommand command, SessionReplyMapper replies) {
        try {
            return unitOfWork.inTenant(tenant, () -> {
                Act.about(tenant, command.sessionId());
                return attempts.goOn(tenant, command.key(), command.sessionId(), replies);
            });
        } catch (GatewayBusyException e) {
            unitOfWork.runInTenant(tenant, () -> keys.release(tenant, command.key()));
            throw e;
        }
    }

    /** Whether the attempt that the key stands for was made before the request was interrupted; if not, the one before may still be open. */
    private boolean begun(TenantId tenant, String paymentId) {
        return unitOfWork.inTenant(
                tenant, () -> payments.find(tenant, paymentId).isPresent());
    }

    private OpenAttempt.Step closeAndAttempt(TenantId tenant, RetryCheckoutSessionCommand command, String paymentId) {
        boolean attempted = false;
        try {
            close.close(tenant, command.key().mode(), command.sessionId());
            OpenAttempt.Step step = unitOfWork.inTenant(tenant, () -> attempt(tenant, command.sessionId(), paymentId));
            attempted = true;
            return step;
        } finally {
            if (!attempted) {
                unitOfWork.runInTenant(tenant, () -> keys.forget(tenant, command.key()));
            }
        }
    }

    private OpenAttempt.Step attempt(TenantId tenant, String sessionId, String paymentId) {
        CheckoutSession session = sessions.lock(tenant, sessionId).orElseThrow(NotFoundException::new);
        boolean payable = payments.ofSession(tenant, sessionId).stream()
                .anyMatch(payment -> payment.status().live());
        if (payable || !session.open()) {
            throw SessionNotOpenException.previousAttemptOpen();
        }
        return attempts.attempt(tenant, session, paymentId);
    }
}
