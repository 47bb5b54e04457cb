package com.tillhouse.core.gatewaykey.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.KeyProofGateway;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.PlatformException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.sandbox.Sandbox;
import com.tillhouse.sandbox.SandboxSettings;
import com.tillhouse.sandbox.client.RegisteredKey;
import com.tillhouse.sandbox.client.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A tenant without an account at Antom, and a sandbox that speaks Antom's protocol. */
@SpringBootTest(
        classes = KeysTestApp.class,
        properties = {
            "spring.config.name=platform-core",
            "tillhouse.public-webhooks-url=https://webhooks.example",
            "tillhouse.egress.allow-local=true"
        })
abstract class GatewayKeysFixture {
    static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    static final Sandbox SANDBOX =
            Sandbox.start(SandboxSettings.defaults().withHttpPort(0).withHttpsPort(0));

    @Autowired
    RegisterTenant register;

    @Autowired
    OpenGatewayAccount open;

    @Autowired
    AddGatewayKeys add;

    @Autowired
    EnterAntomKey enter;

    @Autowired
    ActivateGatewayKeys activate;

    @Autowired
    RetireGatewayKeys retire;

    @Autowired
    FindGatewayKeys find;

    @Autowired
    KeyProofGateway proof;

    @Autowired
    GatewayAccountRepository accounts;

    @Autowired
    UnitOfWork unitOfWork;

    final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    TenantId tenant = new TenantId(UUID.randomUUID());
    String clientId = "";

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        DATABASE.register(registry);
        Path key = Files.createTempDirectory("keys-it").resolve("master.key");
        MasterKey.create(key);
        registry.add("tillhouse.vault.master-key-file", key::toString);
    }

    @BeforeEach
    void aTenant() {
        tenant = new TenantId(UUID.randomUUID());
        register.register(tenant, "k-" + tenant.toString().substring(0, 8), "Shop");
        clientId = "SANDBOX_" + tenant.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    void opened(String host) {
        open.open(new OpenGatewayAccountCommand(tenant, Mode.TEST, clientId, host, null));
    }

    String sandbox() {
        return SANDBOX.httpBase().toString();
    }

    RegisteredKey registered(String publicKey) {
        return SANDBOX.register(new Registration(clientId, publicKey, "Shop", null, null));
    }

    /** Made, registered at the sandbox, Antom's key pasted; waits for its test. */
    int ready() {
        int version = add.make(tenant, Mode.TEST);
        pasted(registered(key(version).merchantPublicKey()).antomPublicKey());
        return version;
    }

    int pasted(String antomKey) {
        return enter.enter(new EnterAntomKeyCommand(tenant, Mode.TEST, antomKey, null));
    }

    int active() {
        int version = ready();
        activate.activate(tenant, Mode.TEST, version);
        return version;
    }

    KeyRecord key(int version) {
        return keys().stream()
                .filter(key -> key.version() == version)
                .findFirst()
                .orElseThrow();
    }

    List<KeyRecord> keys() {
        return find.find(tenant, Mode.TEST).orElseThrow().keys();
    }

    GatewayAccount account() {
        return unitOfWork.inTenant(
                tenant, () -> accounts.inMode(tenant, Mode.TEST).orElseThrow());
    }

    List<String> actions() {
        return truth.sql("select action from audit_entry where tenant_id = :tenant order by number")
                .param("tenant", tenant.value())
                .query(String.class)
                .list();
    }

    /** Refused with this code. */
    static Consumer<Throwable> code(String code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        failed -> assertThat(failed.code()).isEqualTo(code));
    }
}
