package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.gateway.GatewayNotReadyException;
import com.tillhouse.core.idempotency.Claim;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.shared.UrlPolicy;
import com.tillhouse.core.shared.Violation;
import com.tillhouse.core.trail.domain.Act;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens a checkout session: save it with its first payment, commit, ask Antom with no transaction held, save what it said. */
public final class OpenCheckoutSession {
    private final UnitOfWork unitOfWork;
    private final IdempotencyStore keys;
    private final CheckoutSessionRepository sessions;
    private final GuardOrderReference orders;
    private final OpenAttempt attempts;
    private final UrlPolicy urls;

    public OpenCheckoutSession(
            UnitOfWork unitOfWork,
            IdempotencyStore keys,
            CheckoutSessionRepository sessions,
            GuardOrderReference orders,
            OpenAttempt attempts,
            UrlPolicy urls) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.sessions = sessions;
        this.orders = orders;
        this.attempts = attempts;
        this.urls = urls;
    }

    /**
     * Opens the session, or gives the answer again that the same key got before.
     *
     * @throws OpeningUndeterminedException when Antom gave no reliable answer twice
     * @throws InvalidRequestException when the session's own webhook address is not one that we are willing to call
     * @throws OrderAlreadyOpenException when the order has an open session and the tenant allows only one
     * @throws GatewayNotReadyException when the tenant has no active keys in this mode
     */
    public Reply open(OpenCheckoutSessionCommand command, SessionReplyMapper replies) {
        requireCallable(command.origin().notifyUrl());
        TenantId tenant = command.origin().tenant();
        SessionReplyMapper warning = orders.warning(command.origin(), replies);
        OpenAttempt.Step step = unitOfWork.inTenant(tenant, () -> begin(tenant, command, warning));
        return attempts.carryOut(tenant, command.key(), step, warning);
    }

    private void requireCallable(@Nullable String notifyUrl) {
        Optional<UrlPolicy.Refusal> refusal = notifyUrl == null ? Optional.empty() : urls.refusalOfForm(notifyUrl);
        refusal.ifPresent(why -> {
            throw new InvalidRequestException(List.of(new Violation("/notify_url", why.code(), why.detail())));
        });
    }

    private OpenAttempt.Step begin(TenantId tenant, OpenCheckoutSessionCommand command, SessionReplyMapper replies) {
        String id = command.origin().id();
        return switch (keys.claim(tenant, command.key(), command.fingerprint(), id, OpenAttempt.LEASE)) {
            case Claim.Done done -> new OpenAttempt.Step.Answer(done.reply());
            case Claim.Resumed resumed -> {
                Act.about(tenant, resumed.resourceId());
                yield attempts.goOn(tenant, command.key(), resumed.resourceId(), replies);
            }
            case Claim.Fresh fresh -> {
                command.checkLife();
                orders.requireOnly(command.origin());
                CheckoutSession session = CheckoutSession.open(command.origin());
                sessions.add(tenant, session);
                OpenAttempt.Step step = attempts.attempt(tenant, session);
                Act.about(tenant, id);
                yield step;
            }
        };
    }
}
