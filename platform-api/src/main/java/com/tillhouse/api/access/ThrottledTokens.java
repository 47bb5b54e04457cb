package com.tillhouse.api.access;

import com.tillhouse.api.limit.Admission;
import com.tillhouse.api.limit.RequestLimits;
import com.tillhouse.core.shared.AcrossTenants;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were good and came too often, so that a flood costs no signature check for each of its requests. Nothing is let in by it: a request
 * that may be let in is looked at from the beginning.
 */
final class ThrottledTokens {
    private static final int MOST = 1_000;

    private final RequestLimits limits;

    @AcrossTenants("found by the token, which says whose it is once it is checked; what is found can only refuse")
    private final Map<String, Caller> throttled = new LeastUsedFirst();

    ThrottledTokens(RequestLimits limits) {
        this.limits = limits;
    }

    synchronized void remember(String authorization, Caller caller) {
        throttled.put(authorization, caller);
    }

    /** The refusal of what is still too much; nothing when it has to be looked at. */
    Optional<Admission> refusal(@Nullable String authorization) {
        Caller caller = authorization == null ? null : find(authorization);
        return caller == null ? Optional.empty() : limits.exhausted(caller.tenant(), caller.mode(), caller.clientId());
    }

    private synchronized @Nullable Caller find(String authorization) {
        return throttled.get(authorization);
    }

    private static final class LeastUsedFirst extends LinkedHashMap<String, Caller> {
        private static final long serialVersionUID = 1L;

        private LeastUsedFirst() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Caller> eldest) {
            return size() > MOST;
        }
    }
}
