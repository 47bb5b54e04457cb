package com.tillhouse.core.notification.usecase;

import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.notification.domain.DedupeKey;
import com.tillhouse.core.notification.domain.Envelope;
import com.tillhouse.core.notification.domain.FreshnessPolicy;
import com.tillhouse.core.notification.domain.FreshnessPolicy.Age;
import com.tillhouse.core.notification.domain.InboxEntry;
import com.tillhouse.core.notification.domain.InboxVerdict;
import com.tillhouse.core.notification.domain.Notice;
import com.tillhouse.core.notification.port.NotificationInbox;
import com.tillhouse.core.notification.port.NotificationMapper;
import com.tillhouse.core.notification.port.NotificationSignatures;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.Act;
import com.tillhouse.core.trail.domain.Actor;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what was posted to a notify route. In this order: size, route, account, client id, signature over the stored path and the raw bytes,
 * age; only then is anything parsed. What is genuine is kept and acknowledged, whatever it says; what it says moves a payment or a refund only of this
 * account, only to the same amount, only along the table. Inbox row, move and events are one transaction.
 */
public final class ReceiveNotification {
    /** No body of Antom's comes near it. */
    public static final int MAX_BODY = 64 * 1024;

    private final UnitOfWork unitOfWork;
    private final GatewayAccountRepository accounts;
    private final NotificationSignatures signatures;
    private final NotificationMapper mapper;
    private final NotificationInbox inbox;
    private final ApplyNotice apply;
    private final InstantSource clock;

    public ReceiveNotification(
            UnitOfWork unitOfWork,
            GatewayAccountRepository accounts,
            NotificationSignatures signatures,
            NotificationMapper mapper,
            NotificationInbox inbox,
            ApplyNotice apply,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.signatures = signatures;
        this.mapper = mapper;
        this.inbox = inbox;
        this.apply = apply;
        this.clock = clock;
    }

    /** Takes it in; when this returns {@code Acknowledged}, it is committed. Copies, in turn or at once, change nothing more. */
    public Reception receive(Envelope envelope) {
        if (envelope.body().length > MAX_BODY) {
            return new Reception.TooLarge();
        }
        Optional<GatewayAccount> found = account(envelope.route());
        if (found.isEmpty()) {
            return new Reception.UnknownRoute();
        }
        GatewayAccount account = found.get();
        if (!account.clientId().equals(envelope.clientId())) {
            return new Reception.Refused(account.id(), "another client id");
        }
        if (!signatures.genuine(account, envelope)) {
            return new Reception.Refused(account.id(), "no signature of Antom's");
        }
        Age age = FreshnessPolicy.of(envelope.requestTime(), clock.instant());
        Optional<Notice> notice = mapper.read(envelope.body());
        take(account, envelope, age, notice.orElse(null));
        return new Reception.Acknowledged(account.clientId());
    }

    private Optional<GatewayAccount> account(String route) {
        byte[] hash = new NotifyRoute(route).hash();
        return accounts.tenantOfRoute(hash)
                .flatMap(tenant -> unitOfWork.inTenant(tenant, () -> accounts.byRoute(tenant, hash)));
    }

    /** What the notification moves, it moves in its own name. */
    private void take(GatewayAccount account, Envelope envelope, Age age, @Nullable Notice notice) {
        DedupeKey key =
                notice == null ? DedupeKey.ofBytes(age, envelope.body()) : DedupeKey.of(notice, age, envelope.body());
        InboxEntry entry = InboxEntry.of(account, key, notice, envelope, clock.instant());
        Act act = new Act(Actor.notification(entry.id()), clock);
        act.during(() -> unitOfWork.inTenant(account.tenant(), () -> {
            boolean first = inbox.admit(account.tenant(), entry, InboxVerdict.UNCHANGED);
            if (first) {
                inbox.conclude(account.tenant(), entry.id(), verdict(account, age, notice));
            }
            return first;
        }));
    }

    private InboxVerdict verdict(GatewayAccount account, Age age, @Nullable Notice notice) {
        if (notice == null) {
            return InboxVerdict.parked("unreadable");
        }
        return apply.apply(account, age, notice);
    }
}
