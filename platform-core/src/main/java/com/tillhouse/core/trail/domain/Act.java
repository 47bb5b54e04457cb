package com.tillhouse.core.trail.domain;

import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One act of one actor, from its first line of work to its last, on one thread. What is noted here costs no transaction of its own: the next unit
 * of work of the same tenant writes it just before it commits, and only then is it forgotten. A unit of work that rolls back leaves it pending.
 */
public final class Act {
    private static final ScopedValue<Act> CURRENT = ScopedValue.newInstance();

    private final Actor actor;
    private final InstantSource clock;
    private final Instant startedAt;
    private final List<TrailNote> pending = new ArrayList<>();
    private final List<TrailNote> asked = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    public Act(Actor actor, InstantSource clock) {
        this.actor = actor;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** The act that is under way on this thread, if any. */
    public static Optional<Act> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** An act of nobody in particular, of which just this is to be kept. */
    public static Act alone(TrailNote note, InstantSource clock) {
        Act act = new Act(Actor.recovery(note.objectId()), clock);
        act.note(note);
        return act;
    }

    /** Notes that the call under way, if a client or a person made one, is about this object of the tenant. Once for each object. */
    public static void about(TenantId tenant, String objectId) {
        current().ifPresent(act -> act.ask(tenant, objectId, null, null));
    }

    /**
     * As {@link #about(TenantId, String)}, for a call that makes something of the object.
     *
     * @param madeId what it makes, such as a refund of a payment
     * @param amount how much it asks for
     */
    public static void about(TenantId tenant, String objectId, String madeId, @Nullable Money amount) {
        current().ifPresent(act -> act.ask(tenant, objectId, madeId, amount));
    }

    /** Notes that the call under way was answered with a problem of this code; without effect when it was about nothing we have. */
    public static void refused(String code) {
        current().ifPresent(act -> act.refuse(code));
    }

    /** Does the work as part of this act. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    public Actor actor() {
        return actor;
    }

    /** Keeps the note until a unit of work of its tenant has committed it. */
    public synchronized void note(TrailNote note) {
        pending.add(note);
    }

    /** What is to be written for this tenant. */
    public synchronized List<TrailNote> pendingOf(TenantId tenant) {
        return pending.stream().filter(note -> note.tenant().equals(tenant)).toList();
    }

    /** These are written and committed. */
    public synchronized void kept(Collection<TrailNote> written) {
        pending.removeAll(written);
    }

    /** The tenants for whom something is still to be written. */
    public synchronized Set<TenantId> owing() {
        Set<TenantId> tenants = new LinkedHashSet<>();
        pending.forEach(note -> tenants.add(note.tenant()));
        return tenants;
    }

    private synchronized void ask(TenantId tenant, String objectId, @Nullable String madeId, @Nullable Money amount) {
        String operation = actor.operation();
        if (operation == null || !named.add(objectId)) {
            return;
        }
        if (madeId != null) {
            named.add(madeId);
        }
        TrailNote call =
                TrailNote.apiCall(tenant, objectId, actor, startedAt, operation).making(madeId, amount);
        asked.add(call);
        pending.add(call);
    }

    private synchronized void refuse(String code) {
        Instant now = clock.instant();
        for (TrailNote call : asked) {
            if (pending.remove(call)) {
                pending.add(call.makingNothing());
            }
            pending.add(call.refused(now, code));
        }
        asked.clear();
    }
}
