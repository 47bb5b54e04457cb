package com.tillhouse.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.AuditFixture;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.password.Argon2PasswordVault;
import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresMemberRepository;
import com.tillhouse.core.adapter.postgres.PostgresPersonRepository;
import com.tillhouse.core.adapter.postgres.PostgresTenantRepository;
import com.tillhouse.core.adapter.postgres.PostgresUnitOfWork;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class MemberIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final String PASSWORD = "correct horse battery";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    private final DataSource source = DATABASE.app();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    private final UnitOfWork unitOfWork = new PostgresUnitOfWork(transactions, jdbc);
    private final MemberRepository members = new PostgresMemberRepository(jdbc);
    private final NarrowRole narrow = new NarrowRole(transactions, jdbc);
    private final PersonRepository people = new PostgresPersonRepository(jdbc, narrow);
    private final PasswordVault passwords = new Argon2PasswordVault();
    private final RecordAudit audit = AuditFixture.audit(unitOfWork, jdbc, CLOCK);
    private final AddMember add = new AddMember(unitOfWork, people, members, passwords, audit, CLOCK);
    private final FindMember find = new FindMember(unitOfWork, people, members, passwords);

    private TenantId tenant(String slug) {
        TenantId id = new TenantId(UUID.randomUUID());
        new RegisterTenant(unitOfWork, new PostgresTenantRepository(jdbc, narrow), audit, CLOCK)
                .register(id, slug, "Shop " + slug);
        return id;
    }

    private PersonId member(TenantId tenant, String email, Role role) {
        return add.handle(new AddMemberCommand(tenant, new EmailAddress(email), PASSWORD, role));
    }

    @Test
    void findsThePersonByPasswordWhateverTheCaseOfTheEmail() {
        PersonId ana = member(tenant("case"), "Ana@Shop.example ", Role.OWNER);
        assertThat(find.byPassword(" ANA@shop.example", PASSWORD))
                .map(Person::id)
                .contains(ana);
        assertThat(find.byPassword("ana@shop.example", PASSWORD + " ")).isEmpty();
        assertThat(find.byPassword("nobody@shop.example", PASSWORD)).isEmpty();
        assertThat(find.byPassword("", "nobody has this password")).isEmpty();
    }

    @Test
    void keepsOnlyAHashThatNamesItsMethod() {
        member(tenant("hash"), "hash@shop.example", Role.OWNER);
        String kept = JdbcClient.create(DATABASE.superuser())
                .sql("select password_hash from person where email = 'hash@shop.example'")
                .query(String.class)
                .single();
        assertThat(kept).startsWith("{argon2@SpringSecurity_v5_8}$argon2id$").doesNotContain(PASSWORD);
    }

    @Test
    void bindsOnePersonToSeveralTenants() {
        PersonId bo = member(tenant("bo-two"), "bo@shop.example", Role.OWNER);
        assertThat(add.handle(new AddMemberCommand(
                        tenant("bo-one"), new EmailAddress("bo@shop.example"), "another password", Role.VIEWER)))
                .isEqualTo(bo);
        assertThat(find.memberships(bo)).extracting(Membership::slug).containsExactly("bo-one", "bo-two");
        assertThat(find.membership(bo, "bo-one").role()).isEqualTo(Role.VIEWER);
        assertThat(find.byPassword("bo@shop.example", "another password")).isEmpty();
    }

    @Test
    void knowsNoTenantOfOthers() {
        PersonId cy = member(tenant("cy-shop"), "cy@shop.example", Role.OWNER);
        member(tenant("dee-shop"), "dee@shop.example", Role.OWNER);
        assertThatThrownBy(() -> find.membership(cy, "dee-shop")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> find.membership(cy, "never-was")).isInstanceOf(NotFoundException.class);
        assertThat(find.memberships(new PersonId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void letsADisabledPersonNowhere() {
        PersonId eve = member(tenant("eve-shop"), "eve@shop.example", Role.OWNER);
        JdbcClient.create(DATABASE.superuser())
                .sql("update person set disabled_at = now() where email = 'eve@shop.example'")
                .update();
        assertThat(find.byPassword("eve@shop.example", PASSWORD)).isEmpty();
        assertThat(find.memberships(eve)).isEmpty();
    }

    @Test
    void refusesWhoIsAMemberAlreadyAndWeakPasswords() {
        TenantId tenant = tenant("twice");
        member(tenant, "flo@shop.example", Role.OWNER);
        assertThatThrownBy(() -> member(tenant, "flo@shop.example", Role.VIEWER))
                .isInstanceOf(AlreadyMemberException.class);
        assertThatThrownBy(() -> new AddMemberCommand(tenant, new EmailAddress("g@shop.example"), "short", Role.OWNER))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> new EmailAddress("no at sign")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void showsMembersOnlyInsideTheirTenant() {
        TenantId tenant = tenant("inside");
        PersonId gus = member(tenant, "gus@shop.example", Role.OWNER);
        TenantId other = tenant("outside");
        assertThat(unitOfWork.inTenant(other, () -> members.find(tenant, gus))).isEmpty();
        assertThatThrownBy(() -> members.find(tenant, gus)).isInstanceOf(DataAccessException.class);
    }
}
