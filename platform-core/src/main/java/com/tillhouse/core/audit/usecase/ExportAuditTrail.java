package com.tillhouse.core.audit.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.port.AuditStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Hands a tenant its whole audit trail, oldest first. That it was taken out is an entry too, the last one of the export. */
public final class ExportAuditTrail {
    private static final int ENTRIES_AT_ONCE = 500;

    private final UnitOfWork unitOfWork;
    private final AuditStore entries;
    private final RecordAudit audit;

    public ExportAuditTrail(UnitOfWork unitOfWork, AuditStore entries, RecordAudit audit) {
        this.unitOfWork = unitOfWork;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * Writes it page by page; nothing of the database is held while the reader takes its time. Does not close the stream.
     *
     * @throws IOException when the reader is gone
     */
    public void export(TenantId tenant, AuditFormat format, OutputStream out) throws IOException {
        long last = unitOfWork.inTenant(tenant, () -> {
            audit.record(
                    tenant,
                    AuditNote.of(AuditAction.AUDIT_TRAIL_EXPORTED, tenant.toString())
                            .with("format", format.ending()));
            return entries.lockHead(tenant).number();
        });
        write(out, format.head());
        long reached = 0;
        while (reached < last) {
            long from = reached;
            List<AuditEntry> page = unitOfWork.inTenant(
                    tenant, () -> entries.after(tenant, from, (int) Math.min(ENTRIES_AT_ONCE, last - from)));
            for (AuditEntry entry : page) {
                write(out, format.line(entry));
            }
            reached = page.isEmpty() ? last : page.getLast().number();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
