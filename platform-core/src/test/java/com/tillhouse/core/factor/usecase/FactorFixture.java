package com.tillhouse.core.factor.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.domain.Totp;
import com.tillhouse.core.factor.port.TotpVault;
import com.tillhouse.core.shared.Assurance;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.AddMember;
import com.tillhouse.core.tenant.AddMemberCommand;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.core.tenant.Role;
import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.usecase.RecordAct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A tenant with one member, whose factors are tried. */
@SpringBootTest(
        classes = FactorTestApp.class,
        properties = {
            "spring.config.name=platform-core",
            "tillhouse.public-webhooks-url=https://webhooks.example",
            "tillhouse.public-admin-url=https://admin.example"
        })
abstract class FactorFixture {
    static final String PASSWORD = "correct horse battery";
    static final TestPostgres.Database DATABASE = TestPostgres.fresh();

    final JdbcClient truth = JdbcClient.create(DATABASE.superuser());

    @Autowired
    BeanFactory beans;

    TenantId tenant = new TenantId(UUID.randomUUID());
    PersonId mei = new PersonId(UUID.randomUUID());

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        DATABASE.register(registry);
        Path key = Files.createTempDirectory("factor-it").resolve("master.key");
        MasterKey.create(key);
        registry.add("tillhouse.vault.master-key-file", key::toString);
    }

    @BeforeEach
    void aMember() {
        tenant = tenant();
        mei = member(tenant);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    TenantId tenant() {
        TenantId id = new TenantId(UUID.randomUUID());
        bean(RegisterTenant.class).register(id, "t-" + id.toString().substring(0, 8), "Shop");
        return id;
    }

    PersonId member(TenantId of) {
        EmailAddress email = new EmailAddress(UUID.randomUUID() + "@shop.example");
        return bean(AddMember.class).handle(new AddMemberCommand(of, email, PASSWORD, Role.OWNER));
    }

    /** Does it as the person of whom we are this sure. */
    void as(Assurance assurance, Runnable act) {
        Actor actor = Actor.member(mei.toString()).having(assurance);
        bean(RecordAct.class).record(actor, () -> {
            act.run();
            return actor;
        });
    }

    /** Adds an app; its next good code is one step later. */
    void enrol(PersonId person) {
        bean(EnrolTotp.class).begin(person);
        assertThat(bean(EnrolTotp.class).confirm(person, code(person))).isEqualTo(Proof.FITS);
        pass(Totp.PERIOD);
    }

    String code(PersonId person) {
        return Totp.code(bean(TotpVault.class).find(person).orElseThrow().secret(), Totp.step(FactorTestApp.NOW.get()));
    }

    Proof prove(String code) {
        return bean(ProveSecondFactor.class).byCode(mei, code);
    }

    static void pass(Duration time) {
        FactorTestApp.NOW.updateAndGet(now -> now.plus(time));
    }

    List<String> actions(TenantId of) {
        return truth.sql("select action from audit_entry where tenant_id = :tenant order by number")
                .param("tenant", of.value())
                .query(String.class)
                .list();
    }
}
