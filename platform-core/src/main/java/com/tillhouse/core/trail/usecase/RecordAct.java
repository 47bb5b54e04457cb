package com.tillhouse.core.trail.usecase;

import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.Act;
import com.tillhouse.core.trail.domain.Actor;
import java.time.InstantSource;

/**
 * Lets everything below know who acts, and keeps what is noted of it. The notes go along with the transactions of the work; only what none of them
 * took, such as a refusal that was rolled back, gets a short one of its own at the end.
 */
public final class RecordAct {
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    public RecordAct(UnitOfWork unitOfWork, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** Does the work on behalf of this actor, and answers what it answers. */
    public <T, X extends Throwable> T record(Actor actor, ScopedValue.CallableOp<T, X> work) throws X {
        Act act = new Act(actor, clock);
        return act.during(() -> {
            try (Rest _ = new Rest(act)) {
                return work.call();
            }
        });
    }

    /** An empty unit of work writes what is pending, as any other does. */
    private final class Rest implements AutoCloseable {
        private final Act act;

        Rest(Act act) {
            this.act = act;
        }

        @Override
        public void close() {
            act.owing().forEach(tenant -> unitOfWork.runInTenant(tenant, () -> {}));
        }
    }
}
