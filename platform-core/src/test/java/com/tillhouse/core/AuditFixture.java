package com.tillhouse.core;

import com.tillhouse.core.adapter.postgres.PostgresAuditActorSource;
import com.tillhouse.core.adapter.postgres.PostgresAuditStore;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.audit.usecase.RequireProof;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail for tests that put the core together by hand. */
public final class AuditFixture {
    private AuditFixture() {}

    public static RecordAudit audit(UnitOfWork unitOfWork, JdbcClient jdbc, InstantSource clock) {
        PostgresAuditActorSource actors = new PostgresAuditActorSource(jdbc);
        return new RecordAudit(unitOfWork, new PostgresAuditStore(jdbc), actors, new RequireProof(actors), clock);
    }
}
