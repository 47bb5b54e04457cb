package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposalStatus;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.port.ProposalStore;
import com.tillhouse.core.audit.domain.JsonText;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposals in the table {@code proposal}, whose trigger sets the times and lets each be decided once, by somebody else. */
public final class PostgresProposalStore implements ProposalStore {
    private static final String SELECT = """
            select p.*, b.email as proposer_name, d.email as decider_name
            from proposal p
              join person b on b.person_id = p.proposed_by
              left join person d on d.person_id = p.decided_by
            where p.tenant_id = :tenant\s""";
    private static final String ONE = SELECT + "and p.id = :id";

    private final JdbcClient jdbc;

    public PostgresProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean fourEyes(TenantId tenant) {
        return jdbc.sql("select coalesce((select four_eyes from approval_policy where tenant_id = :tenant), false)")
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean fourEyes(TenantId tenant, boolean wanted) {
        jdbc.sql("""
                        insert into approval_policy (tenant_id, four_eyes, changed_at) values (:tenant, false, clock_timestamp())
                        on conflict do nothing""").param("tenant", tenant.value()).update();
        boolean before = jdbc.sql("select four_eyes from approval_policy where tenant_id = :tenant for update")
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
        jdbc.sql(
                        "update approval_policy set four_eyes = :wanted, changed_at = clock_timestamp() where tenant_id = :tenant")
                .param("wanted", wanted)
                .param("tenant", tenant.value())
                .update();
        return before;
    }

    @Override
    public int owners(TenantId tenant) {
        return jdbc.sql("""
                        select count(*) from member m join person p on p.person_id = m.person_id
                        where m.tenant_id = :tenant and m.role = 'OWNER' and p.disabled_at is null""")
                .param("tenant", tenant.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean add(TenantId tenant, String id, Draft draft, String basis, String reason, PersonId by) {
        return jdbc.sql("""
                        insert into proposal (tenant_id, id, act, object_id, parameters, hash, basis, reason, proposed_by, proposed_at,
                          expires_at, status)
                        select :tenant, :id, :act, :object, :parameters, :hash, :basis, :reason, :by, clock_timestamp(),
                          clock_timestamp(), 'WAITING'
                        where not exists (
                          select from proposal p where p.tenant_id = :tenant and p.act = :act and p.object_id = :object and p.hash = :hash
                            and p.status = 'WAITING' and p.expires_at > clock_timestamp())""")
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("act", draft.act().name())
                        .param("object", draft.objectId())
                        .param("parameters", draft.text())
                        .param("hash", draft.hash(basis))
                        .param("basis", basis)
                        .param("reason", reason)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    @Override
    public Optional<Proposal> find(TenantId tenant, String id) {
        return jdbc.sql(ONE)
                .param("tenant", tenant.value())
                .param("id", id)
                .query(PostgresProposalStore::proposal)
                .optional();
    }

    @Override
    public Optional<Proposal> lock(TenantId tenant, String id) {
        return jdbc.sql(ONE + " for update of p")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(PostgresProposalStore::proposal)
                .optional();
    }

    @Override
    public boolean inTime(TenantId tenant, String id) {
        return jdbc.sql("select expires_at > clock_timestamp() from proposal where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void decide(TenantId tenant, String id, ProposalStatus status, PersonId by, @Nullable String note) {
        jdbc.sql("""
                        update proposal set status = :status, decided_by = :by, decided_at = clock_timestamp(), note = :note
                        where tenant_id = :tenant and id = :id""")
                .param("status", status.name())
                .param("by", by.value())
                .param("note", note, Types.VARCHAR)
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
        if (status == ProposalStatus.EXECUTED) {
            jdbc.sql("select set_config('app.proposal', :id, true)")
                    .param("id", id)
                    .query(String.class)
                    .single();
        }
    }

    @Override
    public List<Proposal> newest(TenantId tenant, int limit) {
        return jdbc.sql(SELECT + "order by p.proposed_at desc, p.id desc limit :limit")
                .param("tenant", tenant.value())
                .param("limit", limit)
                .query(PostgresProposalStore::proposal)
                .list();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Proposal(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("id"),
                Draft.of(
                        ProposedAct.valueOf(row.getString("act")),
                        row.getString("object_id"),
                        JsonText.members(row.getString("parameters"))),
                row.getString("basis"),
                row.getString("reason"),
                new PersonId(row.getObject("proposed_by", UUID.class)),
                row.getString("proposer_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                ProposalStatus.valueOf(row.getString("status")),
                row.getString("decider_name"),
                decided == null ? null : decided.toInstant(),
                row.getString("note"));
    }
}
