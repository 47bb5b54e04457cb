package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Member;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members of a tenant by JDBC. */
public final class PostgresMemberRepository implements MemberRepository {
    private final JdbcClient jdbc;

    public PostgresMemberRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(TenantId tenant, Member member) {
        jdbc.sql("""
                        insert into member (tenant_id, person_id, role, created_at)
                        values (:tenant, :person, :role, :at)""")
                .param("tenant", tenant.value())
                .param("person", member.person().value())
                .param("role", member.role().name())
                .param("at", member.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Membership> find(TenantId tenant, PersonId person) {
        return jdbc.sql("""
                        select t.tenant_id, t.slug, t.name, m.role
                        from member m join tenant t on t.tenant_id = m.tenant_id
                        where m.tenant_id = :tenant and m.person_id = :person""")
                .param("tenant", tenant.value())
                .param("person", person.value())
                .query((row, number) -> new Membership(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        row.getString("slug"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role"))))
                .optional();
    }
}
