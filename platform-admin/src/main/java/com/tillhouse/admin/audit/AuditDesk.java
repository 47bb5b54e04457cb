package com.tillhouse.admin.audit;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.AuditVerdict;
import com.tillhouse.core.audit.usecase.AuditFormat;
import com.tillhouse.core.audit.usecase.ExportAuditTrail;
import com.tillhouse.core.audit.usecase.FindAudit;
import com.tillhouse.core.audit.usecase.VerifyAuditTrail;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.NotPermittedException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The view's only way to audit trails. Takes the slug of the address and asks on every call whether the member may see that tenant's. */
@Component
final class AuditDesk {
    private final TenantAccess access;
    private final FindAudit find;
    private final VerifyAuditTrail verify;
    private final ExportAuditTrail export;
    private final MemberActs acts;

    AuditDesk(TenantAccess access, FindAudit find, VerifyAuditTrail verify, ExportAuditTrail export, MemberActs acts) {
        this.access = access;
        this.find = find;
        this.verify = verify;
        this.export = export;
        this.acts = acts;
    }

    Membership business(String slug) {
        return access.require(slug);
    }

    List<AuditEntry> newest(String slug, AuditQuery query, ZoneId zone, @Nullable Long before, int limit) {
        return find.newest(permitted(slug), query.filter(zone, before, limit));
    }

    AuditVerdict verify(String slug) {
        return verify.verify(permitted(slug), null);
    }

    void export(String slug, AuditFormat format, OutputStream out) throws IOException {
        TenantId tenant = permitted(slug);
        acts.record(() -> {
            export.export(tenant, format, out);
            return format;
        });
    }

    private TenantId permitted(String slug) {
        Membership membership = access.require(slug);
        if (!membership.role().readsAuditTrail()) {
            throw new NotPermittedException("Only owners and developers see the audit trail.");
        }
        return membership.tenant();
    }
}
