package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.OpenedPage;
import com.tillhouse.core.checkout.port.PaymentGateway;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayBusyException;
import com.tillhouse.core.gateway.GatewayLine;
import com.tillhouse.core.gateway.GatewayNotReadyException;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens one attempt of a session at Antom, under an idempotency key that is held already: ask with no transaction held, save what was said. An
 * undetermined opening is abandoned and watched, and one new payment is tried; if that is undetermined too, the caller is told which session to
 * poll.
 */
public final class OpenAttempt {
    /** Two calls to Antom with their deadlines, and room to spare. */
    static final Duration LEASE = Duration.ofSeconds(45);

    private final UnitOfWork unitOfWork;
    private final IdempotencyStore keys;
    private final CheckoutSessionRepository sessions;
    private final PaymentRepository payments;
    private final GatewayAccountRepository accounts;
    private final PaymentGateway gateway;
    private final GatewayLine line;
    private final ApplyPaymentOutcome outcomes;
    private final InstantSource clock;

    public OpenAttempt(
            UnitOfWork unitOfWork,
            IdempotencyStore keys,
            CheckoutSessionRepository sessions,
            PaymentRepository payments,
            GatewayAccountRepository accounts,
            PaymentGateway gateway,
            GatewayLine line,
            ApplyPaymentOutcome outcomes,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.sessions = sessions;
        this.payments = payments;
        this.accounts = accounts;
        this.gateway = gateway;
        this.line = line;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** What a first transaction leaves to do: nothing but to answer, or to ask Antom for this payment. */
    sealed interface Step {
        /** The answer is known. */
        record Answer(Reply reply) implements Step {}

        /** Antom must be asked. */
        record Ask(GatewayAccount account, CheckoutSession session, Payment payment) implements Step {}
    }

    /**
     * Carries the step out.
     *
     * @throws OpeningUndeterminedException when Antom gave no reliable answer twice
     */
    Reply carryOut(TenantId tenant, IdempotencyKey key, Step step, SessionReplyMapper replies) {
        if (step instanceof Step.Answer answer) {
            return answer.reply();
        }
        Step.Ask ask = (Step.Ask) step;
        Outcome<OpenedPage> first = gateway.open(ask.account(), ask.session(), ask.payment());
        if (!(first instanceof Outcome.Undetermined<OpenedPage> lost)) {
            return finish(tenant, key, ask, first, replies);
        }
        abandon(tenant, ask.payment(), lost);
        if (refusedUnsigned(lost) || lost.reason() == Outcome.Reason.NOT_SENT) {
            throw giveUp(tenant, key, ask, lost);
        }
        Step next = next(tenant, key, ask, lost, replies);
        if (next instanceof Step.Answer answer) {
            return answer.reply();
        }
        Step.Ask again = (Step.Ask) next;
        Outcome<OpenedPage> second = gateway.open(again.account(), again.session(), again.payment());
        if (second instanceof Outcome.Undetermined<OpenedPage> lostAgain) {
            abandon(tenant, again.payment(), lostAgain);
            throw giveUp(tenant, key, again, lostAgain);
        }
        return finish(tenant, key, again, second, replies);
    }

    private Step next(
            TenantId tenant,
            IdempotencyKey key,
            Step.Ask ask,
            Outcome.Undetermined<OpenedPage> lost,
            SessionReplyMapper replies) {
        try {
            return unitOfWork.inTenant(
                    tenant, () -> goOn(tenant, key, ask.session().origin().id(), replies));
        } catch (GatewayBusyException e) {
            throw giveUp(tenant, key, ask, lost);
        }
    }

    /** Drives a session on whose opening was interrupted or undetermined. Inside the tenant's unit of work. */
    Step goOn(TenantId tenant, IdempotencyKey key, String sessionId, SessionReplyMapper replies) {
        payments.ofSession(tenant, sessionId).stream()
                .filter(payment -> payment.status() == PaymentStatus.CREATED)
                .forEach(payment -> outcomes.change(tenant, payment.id(), stale -> {
                    stale.abandon(null, clock.instant());
                    return stale;
                }));
        CheckoutSession session = sessions.lock(tenant, sessionId).orElseThrow();
        boolean settled = payments.ofSession(tenant, sessionId).stream()
                .anyMatch(payment -> payment.status().live() || payment.hold().paid());
        return settled || !session.open()
                ? new Step.Answer(complete(tenant, key, session, null, replies))
                : attempt(tenant, session);
    }

    /**
     * Makes the next attempt of a session. Inside the tenant's unit of work.
     *
     * @throws GatewayBusyException when it could not be sent anyway; the unit of work must then leave nothing behind
     */
    Step attempt(TenantId tenant, CheckoutSession session) {
        return attempt(tenant, session, RandomId.withPrefix("pay_"));
    }

    /** The same under an id that was chosen before. */
    Step attempt(TenantId tenant, CheckoutSession session, String paymentId) {
        GatewayAccount account = accounts.inMode(tenant, session.origin().mode())
                .orElseThrow(() -> new GatewayNotReadyException(session.origin().mode()));
        line.blocked(account).ifPresent(wait -> {
            throw new GatewayBusyException(wait);
        });
        Payment payment = session.attempt(paymentId, account.id(), clock.instant());
        payments.add(tenant, payment);
        return new Step.Ask(account, session, payment);
    }

    private Reply finish(
            TenantId tenant,
            IdempotencyKey key,
            Step.Ask ask,
            Outcome<OpenedPage> outcome,
            SessionReplyMapper replies) {
        return unitOfWork.inTenant(tenant, () -> {
            outcomes.change(tenant, ask.payment().id(), payment -> take(payment, outcome));
            CheckoutSession session =
                    sessions.find(tenant, ask.session().origin().id()).orElseThrow();
            ProviderResult refusal =
                    outcome instanceof Outcome.Declined<OpenedPage> declined ? declined.result() : null;
            return complete(tenant, key, session, refusal, replies);
        });
    }

    private Payment take(Payment payment, Outcome<OpenedPage> outcome) {
        switch (outcome) {
            case Outcome.Confirmed<OpenedPage> opened ->
                payment.open(opened.value().normalUrl(), opened.value().expiresAt(), opened.result(), clock.instant());
            case Outcome.Declined<OpenedPage> declined -> payment.decline(declined.result(), clock.instant());
            case Outcome.Undetermined<OpenedPage> lost -> payment.abandon(lost.hint(), clock.instant());
        }
        return payment;
    }

    private Reply complete(
            TenantId tenant,
            IdempotencyKey key,
            CheckoutSession session,
            @Nullable ProviderResult refusal,
            SessionReplyMapper replies) {
        CheckoutSessionResource resource = CheckoutSessionResource.of(
                session, payments.ofSession(tenant, session.origin().id()));
        Reply reply = refusal == null ? replies.opened(resource) : replies.declined(resource, refusal);
        return keys.complete(tenant, key, reply);
    }

    private void abandon(TenantId tenant, Payment payment, Outcome.Undetermined<OpenedPage> lost) {
        outcomes.change(tenant, payment.id(), stored -> take(stored, lost));
    }

    /** Antom's gateway answers what it can't attribute with an unsigned F; asking once more with the same keys would end the same way. */
    private static boolean refusedUnsigned(Outcome.Undetermined<OpenedPage> lost) {
        return lost.reason() == Outcome.Reason.UNSIGNED
                && Optional.ofNullable(lost.hint())
                        .map(hint -> "F".equals(hint.status()))
                        .orElse(false);
    }

    private OpeningUndeterminedException giveUp(
            TenantId tenant, IdempotencyKey key, Step.Ask ask, Outcome.Undetermined<OpenedPage> lost) {
        unitOfWork.runInTenant(tenant, () -> keys.release(tenant, key));
        return new OpeningUndeterminedException(ask.session().origin().id(), lost.reason(), lost.hint());
    }
}
