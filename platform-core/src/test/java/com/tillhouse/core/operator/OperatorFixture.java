package com.tillhouse.core.operator;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.AuditFilter;
import com.tillhouse.core.audit.usecase.FindAudit;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicy;
import com.tillhouse.core.config.OperatorInstaller;
import com.tillhouse.core.config.TillhouseCore;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.operator.domain.OperatorAtWork;
import com.tillhouse.core.operator.usecase.AnswerAccess;
import com.tillhouse.core.operator.usecase.ChangeOperatorPolicy;
import com.tillhouse.core.operator.usecase.OpenAccess;
import com.tillhouse.core.operator.usecase.OpenAccessCommand;
import com.tillhouse.core.operator.usecase.SuspendForReason;
import com.tillhouse.core.operator.usecase.UseAccess;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.AddMember;
import com.tillhouse.core.tenant.AddMemberCommand;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.core.tenant.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two tenants with owners, an operator, and a thread that can say for whom it works. */
@SpringBootTest(
        classes = OperatorFixture.App.class,
        properties = {
            "spring.config.name=platform-core",
            "tillhouse.public-webhooks-url=https://webhooks.example",
            "spring.datasource.hikari.maximum-pool-size=20"
        })
abstract class OperatorFixture {
    static final String REASON = "Ticket 4711: a payment hangs";
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final ScopedValue<PersonId> SIGNED_IN = ScopedValue.newInstance();

    @Autowired
    UnitOfWork unitOfWork;

    @Autowired
    RegisterTenant register;

    @Autowired
    AddMember addMember;

    @Autowired
    PersonRepository people;

    @Autowired
    OpenAccess open;

    @Autowired
    UseAccess use;

    @Autowired
    AnswerAccess answer;

    @Autowired
    ChangeOperatorPolicy policy;

    @Autowired
    SuspendForReason suspend;

    @Autowired
    ChangeCheckoutPolicy checkoutPolicies;

    @Autowired
    FindAudit audit;

    final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    TenantId kaya = new TenantId(UUID.randomUUID());
    TenantId other = new TenantId(UUID.randomUUID());
    PersonId owner = new PersonId(UUID.randomUUID());
    PersonId operator = new PersonId(UUID.randomUUID());

    /** The core, with a door for persons. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(TillhouseCore.class)
    static class App {
        @Bean
        OperatorAtWork operatorAtWork() {
            return () -> SIGNED_IN.isBound() ? Optional.of(SIGNED_IN.get()) : Optional.empty();
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        DATABASE.register(registry);
        Path key = Files.createTempDirectory("operator-it").resolve("master.key");
        MasterKey.create(key);
        registry.add("tillhouse.vault.master-key-file", key::toString);
    }

    @BeforeEach
    void twoTenantsAndAnOperator() {
        kaya = tenant();
        other = tenant();
        owner = member(kaya, Role.OWNER);
        operator = operator();
    }

    private TenantId tenant() {
        TenantId tenant = new TenantId(UUID.randomUUID());
        register.register(tenant, slug(tenant), "Shop");
        return tenant;
    }

    static String slug(TenantId tenant) {
        return "s-" + tenant.toString().substring(0, 13);
    }

    PersonId member(TenantId tenant, Role role) {
        return addMember.handle(new AddMemberCommand(
                tenant, new EmailAddress(UUID.randomUUID() + "@shop.example"), "correct horse battery", role));
    }

    PersonId operator() {
        EmailAddress email = new EmailAddress(UUID.randomUUID() + "@tillhouse.example");
        installer().enrolment().enrol(email, "correct horse battery");
        return people.byEmail(email).orElseThrow().id();
    }

    static OperatorInstaller installer() {
        return new OperatorInstaller(DATABASE.url(), "owner");
    }

    static JdbcClient app() {
        return JdbcClient.create(DATABASE.app());
    }

    <T> T as(PersonId person, Supplier<T> work) {
        return ScopedValue.where(SIGNED_IN, person).call(work::get);
    }

    void run(PersonId person, Runnable work) {
        ScopedValue.where(SIGNED_IN, person).run(work);
    }

    AccessGrant opened(AccessScope scope) {
        return open.open(OpenAccessCommand.of(kaya, operator, scope, REASON, Duration.ofHours(1)));
    }

    /** As the clock would, had so much time gone by. Past the triggers, as only a test can. */
    void pass(AccessGrant grant, Duration time) {
        truth.sql("""
                        with off as (select set_config('session_replication_role', 'replica', true))
                        update access_grant set requested_at = requested_at - make_interval(secs => :secs),
                          starts_at = starts_at - make_interval(secs => :secs), ends_at = ends_at - make_interval(secs => :secs)
                        from off where id = :id""")
                .param("secs", time.toMillis() / 1000.0)
                .param("id", grant.id())
                .update();
    }

    List<AuditEntry> trail(TenantId tenant) {
        return audit.newest(tenant, new AuditFilter(null, null, null, null, 50));
    }

    AuditEntry last(TenantId tenant) {
        return trail(tenant).getFirst();
    }

    String name(PersonId person) {
        return people.byId(person).orElseThrow().email().value();
    }
}
