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
import com.tillhouse.core.gateway.GatewayNotReadyException;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.idempotency.Claim;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.shared.UrlPolicy;
import com.tillhouse.core.shared.Violation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens a checkout session: save, commit, ask Antom with no transaction held, save what it said. An undetermined opening is abandoned and
 * watched, and one new payment is tried; if that is undetermined too, the caller is told which session to poll.
 */
public final class OpenCheckoutSession {
    /** Two calls to Antom with their deadlines, and room to spare. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private final UnitOfWork unitOfWork;
    private final IdempotencyStore keys;
    private final CheckoutSessionRepository sessions;
    private final PaymentRepository payments;
    private final GatewayAccountRepository accounts;
    private final PaymentGateway gateway;
    private final ApplyPaymentOutcome outcomes;
    private final UrlPolicy urls;
    private final InstantSource clock;

    public OpenCheckoutSession(
            UnitOfWork unitOfWork,
            IdempotencyStore keys,
            CheckoutSessionRepository sessions,
            PaymentRepository payments,
            GatewayAccountRepository accounts,
            PaymentGateway gateway,
            ApplyPaymentOutcome outcomes,
            UrlPolicy urls,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.sessions = sessions;
        this.payments = payments;
        this.accounts = accounts;
        this.gateway = gateway;
        this.outcomes = outcomes;
        this.urls = urls;
        this.clock = clock;
    }

    /** What the first transaction leaves to do: nothing but to answer, or to ask Antom for this payment. */
    private sealed interface Step {
        record Answer(Reply reply) implements Step {}

        record Ask(GatewayAccount account, CheckoutSession session, Payment payment) implements Step {}
    }

    /**
     * Opens the session, or gives the answer again that the same key got before.
     *
     * @throws OpeningUndeterminedException when Antom gave no reliable answer twice
     * @throws InvalidRequestException when the session's own webhook address is not one that we are willing to call
     * @throws GatewayNotReadyException when the tenant has no active keys in this mode
     */
    public Reply open(OpenCheckoutSessionCommand command, SessionReplyMapper replies) {
        requireCallable(command.origin().notifyUrl());
        TenantId tenant = command.origin().tenant();
        Step step = unitOfWork.inTenant(tenant, () -> begin(tenant, command, replies));
        if (step instanceof Step.Answer answer) {
            return answer.reply();
        }
        Step.Ask ask = (Step.Ask) step;
        Outcome<OpenedPage> first = gateway.open(ask.account(), ask.session(), ask.payment());
        if (!(first instanceof Outcome.Undetermined<OpenedPage> lost)) {
            return finish(tenant, command, ask, first, replies);
        }
        abandon(tenant, ask.payment(), lost);
        if (refusedUnsigned(lost)) {
            throw giveUp(tenant, command, ask, lost);
        }
        Step next = unitOfWork.inTenant(
                tenant, () -> goOn(tenant, command, ask.session().origin().id(), replies));
        if (next instanceof Step.Answer answer) {
            return answer.reply();
        }
        Step.Ask again = (Step.Ask) next;
        Outcome<OpenedPage> second = gateway.open(again.account(), again.session(), again.payment());
        if (second instanceof Outcome.Undetermined<OpenedPage> lostAgain) {
            abandon(tenant, again.payment(), lostAgain);
            throw giveUp(tenant, command, again, lostAgain);
        }
        return finish(tenant, command, again, second, replies);
    }

    private void requireCallable(@Nullable String notifyUrl) {
        Optional<UrlPolicy.Refusal> refusal = notifyUrl == null ? Optional.empty() : urls.refusalOfForm(notifyUrl);
        refusal.ifPresent(why -> {
            throw new InvalidRequestException(List.of(new Violation("/notify_url", why.code(), why.detail())));
        });
    }

    private Step begin(TenantId tenant, OpenCheckoutSessionCommand command, SessionReplyMapper replies) {
        String id = command.origin().id();
        return switch (keys.claim(tenant, command.key(), command.fingerprint(), id, LEASE)) {
            case Claim.Done done -> new Step.Answer(done.reply());
            case Claim.Resumed resumed -> goOn(tenant, command, resumed.resourceId(), replies);
            case Claim.Fresh fresh -> {
                command.checkLife();
                CheckoutSession session = CheckoutSession.open(command.origin());
                sessions.add(tenant, session);
                yield attempt(tenant, session);
            }
        };
    }

    /** Drives a session on whose opening was interrupted or undetermined. */
    private Step goOn(
            TenantId tenant, OpenCheckoutSessionCommand command, String sessionId, SessionReplyMapper replies) {
        List<Payment> known = payments.ofSession(tenant, sessionId);
        known.stream()
                .filter(payment -> payment.status() == PaymentStatus.CREATED)
                .forEach(payment -> outcomes.change(tenant, payment.id(), stale -> {
                    stale.abandon(null, clock.instant());
                    return stale;
                }));
        List<Payment> now = payments.ofSession(tenant, sessionId);
        CheckoutSession session = sessions.lock(tenant, sessionId).orElseThrow();
        boolean settled = now.stream().anyMatch(payment -> payment.status() != PaymentStatus.ABANDONED);
        return settled ? new Step.Answer(complete(tenant, command, session, null, replies)) : attempt(tenant, session);
    }

    private Step attempt(TenantId tenant, CheckoutSession session) {
        GatewayAccount account = accounts.inMode(tenant, session.origin().mode())
                .orElseThrow(() -> new GatewayNotReadyException(session.origin().mode()));
        Payment payment = session.attempt(account.id(), clock.instant());
        payments.add(tenant, payment);
        return new Step.Ask(account, session, payment);
    }

    private Reply finish(
            TenantId tenant,
            OpenCheckoutSessionCommand command,
            Step.Ask ask,
            Outcome<OpenedPage> outcome,
            SessionReplyMapper replies) {
        return unitOfWork.inTenant(tenant, () -> {
            outcomes.change(tenant, ask.payment().id(), payment -> take(payment, outcome));
            CheckoutSession session =
                    sessions.find(tenant, ask.session().origin().id()).orElseThrow();
            ProviderResult refusal =
                    outcome instanceof Outcome.Declined<OpenedPage> declined ? declined.result() : null;
            return complete(tenant, command, session, refusal, replies);
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
            OpenCheckoutSessionCommand command,
            CheckoutSession session,
            @Nullable ProviderResult refusal,
            SessionReplyMapper replies) {
        CheckoutSessionResource resource = CheckoutSessionResource.of(
                session, payments.ofSession(tenant, session.origin().id()));
        Reply reply = refusal == null ? replies.opened(resource) : replies.declined(resource, refusal);
        keys.complete(tenant, command.key(), reply);
        return reply;
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
            TenantId tenant, OpenCheckoutSessionCommand command, Step.Ask ask, Outcome.Undetermined<OpenedPage> lost) {
        unitOfWork.runInTenant(tenant, () -> keys.release(tenant, command.key()));
        return new OpeningUndeterminedException(ask.session().origin().id(), lost.reason(), lost.hint());
    }
}
