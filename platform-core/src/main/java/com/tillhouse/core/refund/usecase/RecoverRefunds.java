package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;

/** Looks after refunds that are not final: finds those whose time has come. */
public final class RecoverRefunds {
    /** Longer than the calls of one step can take, an inquiry and a sending with its question after; then another worker may try. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final RefundRepository refunds;
    private final InstantSource clock;

    public RecoverRefunds(RefundRepository refunds, InstantSource clock) {
        this.refunds = refunds;
        this.clock = clock;
    }

    /**
     * Claims due refunds and hands tenant and id of each to the caller, who drives them in its own way (in turn or side by side). Answers how many
     * there were; of one tenant no more than {@code perTenant} are under way at once.
     */
    public int claimDue(int limit, int perTenant, BiConsumer<TenantId, String> drive) {
        List<RefundRepository.Due> due = refunds.claimDue(clock.instant(), LEASE, limit, perTenant);
        due.forEach(one -> drive.accept(one.tenant(), one.refundId()));
        return due.size();
    }
}
