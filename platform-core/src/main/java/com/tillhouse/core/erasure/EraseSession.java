package com.tillhouse.core.erasure;

import com.tillhouse.core.shared.PlatformException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;

/** Erases what is known of the buyer of one session, if the session is at rest: all of it, or nothing. */
public final class EraseSession {
    private final UnitOfWork unitOfWork;
    private final BuyerDataStore data;
    private final InstantSource clock;

    public EraseSession(UnitOfWork unitOfWork, BuyerDataStore data, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.data = data;
        this.clock = clock;
    }

    /** Answers whether it is gone now and was not before. */
    boolean erase(TenantId tenant, String sessionId) {
        try {
            unitOfWork.runInTenant(tenant, () -> {
                if (!data.erase(tenant, sessionId, clock.instant())) {
                    throw new NotAtRestException();
                }
            });
            return true;
        } catch (NotAtRestException e) {
            return false;
        }
    }

    /** Takes back what was erased of it so far. */
    private static final class NotAtRestException extends PlatformException {
        private static final long serialVersionUID = 1L;

        private NotAtRestException() {
            super("not_at_rest", "The session is not at rest.");
        }
    }
}
