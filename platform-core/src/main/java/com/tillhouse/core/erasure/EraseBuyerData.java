package com.tillhouse.core.erasure;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.List;

/** Erases what is known of one buyer, because the buyer wants it so: at once where all is at rest, else as soon as it is. */
public final class EraseBuyerData {
    /** More than that the sweep erases. */
    private static final int AT_ONCE = 500;

    private final UnitOfWork unitOfWork;
    private final BuyerDataStore data;
    private final EraseSession sessions;
    private final RecordAudit audit;
    private final InstantSource clock;

    public EraseBuyerData(
            UnitOfWork unitOfWork, BuyerDataStore data, EraseSession sessions, RecordAudit audit, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.data = data;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How an erasure went.
     *
     * @param erased sessions whose buyer's data is gone
     * @param pending sessions that are not at rest: theirs goes when they are
     */
    public record Result(int erased, int pending) {}

    /** Repeating it finds what is left. */
    public Result erase(TenantId tenant, Mode mode, BuyerName buyer) {
        List<String> found = unitOfWork.inTenant(tenant, () -> {
            List<String> asked = data.ask(tenant, mode, buyer, clock.instant());
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.BUYER_DATA_ERASED, tenant.toString())
                            .with("by", buyer.by())
                            .with("mode", mode.name())
                            .with("sessions", asked.size()));
            return asked;
        });
        int erased = (int) found.stream()
                .limit(AT_ONCE)
                .filter(session -> sessions.erase(tenant, session))
                .count();
        return new Result(erased, found.size() - erased);
    }
}
