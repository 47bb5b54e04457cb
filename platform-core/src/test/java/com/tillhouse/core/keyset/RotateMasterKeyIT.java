package com.tillhouse.core.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.KeyServerFixture;
import com.tillhouse.core.adapter.vault.SealBrokenException;
import com.tillhouse.core.keyset.domain.KeysetNotOpenedException;
import com.tillhouse.core.keyset.usecase.RotateKeysets;
import com.tillhouse.core.keyset.usecase.RotateMasterKey;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.token.RotateSigningKey;
import com.tillhouse.core.token.SigningKeyVault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A master key and the keys below it are changed while processes beside each other go on sealing and opening. */
class RotateMasterKeyIT {
    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);
    private static final String PLACE = "test/1";

    @TempDir
    private Path folder;

    private final TestPostgres.Database database = TestPostgres.fresh();
    private final JdbcClient truth = JdbcClient.create(database.superuser());

    private KeysetsFixture process(String masterKeys, String... more) {
        return KeysetsFixture.process(database, masterKeys, more);
    }

    private List<String> wrappedBy() {
        return truth.sql("select distinct master_key from vault_keyset union select master_key from platform_keyset")
                .query(String.class)
                .list();
    }

    @Test
    void rewrapsOnceWhileTwoProcessesGoOnAndTheOldKeyIsNeededNoMore() throws Exception {
        String old = KeysetsFixture.fileKey();
        String fresh = KeysetsFixture.fileKey();
        List<TenantId> tenants = new ArrayList<>();
        List<byte[]> sealed = new ArrayList<>();
        try (KeysetsFixture before = process(old);
                KeysetsFixture one = process(fresh + "," + old);
                KeysetsFixture other = process(old + "," + fresh)) {
            for (int i = 0; i < 20; i++) {
                tenants.add(before.tenant());
                sealed.add(before.seal(tenants.get(i), PLACE, SECRET));
            }
            AtomicBoolean stop = new AtomicBoolean();
            try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> load = new ArrayList<>();
                for (KeysetsFixture process : List.of(one, other, one, other)) {
                    load.add(pool.submit(() -> hammer(process, tenants, sealed, stop)));
                }
                Future<RotateMasterKey.Report> first =
                        pool.submit(() -> other.bean(RotateMasterKey.class).rewrapAll());
                RotateMasterKey.Report second =
                        other.bean(RotateMasterKey.class).rewrapAll();
                assertThat(first.get().rewrapped() + second.rewrapped()).isEqualTo(20);
                assertThat(first.get().failures()).isEmpty();
                assertThat(second.failures()).isEmpty();
                stop.set(true);
                int done = 0;
                for (Future<Integer> worker : load) {
                    done += worker.get();
                }
                assertThat(done).isGreaterThan(20);
            }
            assertThat(wrappedBy()).hasSize(1);
            assertThat(other.bean(RotateMasterKey.class).rewrapAll().rewrapped())
                    .isZero();
            assertThat(other.bean(RotateMasterKey.class).rewrapAllAgain().rewrapped())
                    .isEqualTo(20);
        }
        assertThat(truth.sql("select count(*) from audit_entry where action = 'keyset.rewrapped'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
        try (KeysetsFixture after = process(fresh)) {
            for (int i = 0; i < 20; i++) {
                assertThat(after.open(tenants.get(i), PLACE, sealed.get(i))).isEqualTo(SECRET);
            }
        }
    }

    private static int hammer(KeysetsFixture process, List<TenantId> tenants, List<byte[]> sealed, AtomicBoolean stop) {
        int done = 0;
        while (!stop.get() || done == 0) {
            for (int i = 0; i < tenants.size(); i++) {
                assertThat(process.open(tenants.get(i), PLACE, sealed.get(i))).isEqualTo(SECRET);
                byte[] own = process.seal(tenants.get(i), PLACE, SECRET);
                assertThat(process.open(tenants.get(i), PLACE, own)).isEqualTo(SECRET);
                done++;
            }
        }
        return done;
    }

    @Test
    void opensNothingWithoutItsMasterKeyAndSaysWhich() {
        String old = KeysetsFixture.fileKey();
        TenantId tenant;
        byte[] sealed;
        try (KeysetsFixture before = process(old)) {
            tenant = before.tenant();
            sealed = before.seal(tenant, PLACE, SECRET);
            before.bean(SecretVault.class).sealForPlatform(PLACE, SECRET);
        }
        try (KeysetsFixture stranger = process(KeysetsFixture.fileKey())) {
            assertThatThrownBy(() -> stranger.open(tenant, PLACE, sealed))
                    .isInstanceOf(SealBrokenException.class)
                    .rootCause()
                    .hasMessageContaining("is not configured; see tillhouse.vault.master-keys");
            assertThatThrownBy(() -> stranger.bean(RotateMasterKey.class).rewrapAll())
                    .isInstanceOf(KeysetNotOpenedException.class)
                    .hasMessageContaining("platform");
        }
    }

    @Test
    void leavesWhatFailsAndDoesItTheNextTime() throws Exception {
        try (KeyServerFixture server = new KeyServerFixture()) {
            String old = KeysetsFixture.fileKey();
            Path token = Files.writeString(folder.resolve("token"), KeyServerFixture.VAULT_TOKEN);
            String transit = "vault-transit:" + server.url() + "/transit/tillhouse";
            List<TenantId> tenants = new ArrayList<>();
            try (KeysetsFixture before = process(old)) {
                for (int i = 0; i < 4; i++) {
                    tenants.add(before.tenant());
                    before.seal(tenants.get(i), PLACE, SECRET);
                }
                before.bean(SecretVault.class).sealForPlatform(PLACE, SECRET);
            }
            try (KeysetsFixture both = process(old + "," + transit, "tillhouse.vault.token-file=" + token)) {
                RotateMasterKey rotate = both.bean(RotateMasterKey.class);
                // one request each: the platform's, the first tenant's, then two that fail
                server.wellBefore.set(2);
                server.failures.set(2);
                RotateMasterKey.Report first = rotate.rewrapAll();
                assertThat(first.platform()).isTrue();
                assertThat(first.rewrapped()).isEqualTo(2);
                assertThat(first.failures())
                        .hasSize(2)
                        .allMatch(failure -> failure.why().contains("refused with HTTP 503"));
                RotateMasterKey.Report second = rotate.rewrapAll();
                assertThat(second.rewrapped()).isEqualTo(2);
                assertThat(second.already()).isEqualTo(2);
                assertThat(second.failures()).isEmpty();
                assertThat(server.problems).isEmpty();
            }
        }
    }

    @Test
    void asksTheKeyServerOutsideOfEveryTransaction() throws Exception {
        try (KeyServerFixture server = new KeyServerFixture()) {
            Path token = Files.writeString(folder.resolve("token"), KeyServerFixture.VAULT_TOKEN);
            String transit = "vault-transit:" + server.url() + "/transit/tillhouse";
            TenantId tenant;
            byte[] sealed;
            try (KeysetsFixture first = process(transit, "tillhouse.vault.token-file=" + token)) {
                tenant = first.tenant();
                sealed = first.seal(tenant, PLACE, SECRET);
            }
            try (KeysetsFixture second = process(transit, "tillhouse.vault.token-file=" + token)) {
                TenantId of = tenant;
                byte[] what = sealed;
                second.bean(UnitOfWork.class).runInTenant(of, () -> {
                    server.asked.clear();
                    SecretVault vault = second.bean(SecretVault.class);
                    assertThat(vault.open(of, PLACE, what)).isEqualTo(SECRET);
                    vault.seal(of, PLACE, SECRET);
                    vault.openForPlatform(PLACE, vault.sealForPlatform(PLACE, SECRET));
                    assertThat(server.asked).isEmpty();
                });
                TenantId newcomer = second.tenant();
                second.bean(UnitOfWork.class).runInTenant(newcomer, () -> {
                    server.asked.clear();
                    SecretVault vault = second.bean(SecretVault.class);
                    assertThat(vault.open(newcomer, PLACE, vault.seal(newcomer, PLACE, SECRET)))
                            .isEqualTo(SECRET);
                    assertThat(server.asked).isEmpty();
                });
                server.close();
                assertThat(second.open(of, PLACE, what)).isEqualTo(SECRET);
            }
        }
    }

    @Test
    void freshKeysSealAnewWhileAnotherProcessRemembersTheOldOnes() {
        String master = KeysetsFixture.fileKey();
        try (KeysetsFixture one = process(master);
                KeysetsFixture other = process(master)) {
            TenantId tenant = one.tenant();
            byte[] before = one.seal(tenant, PLACE, SECRET);
            assertThat(other.open(tenant, PLACE, before)).isEqualTo(SECRET);
            assertThat(one.bean(RotateKeysets.class).rotate(tenant)).isPresent();
            assertThat(one.bean(RotateKeysets.class).rotate(tenant)).isPresent();
            byte[] stillOld = other.seal(tenant, PLACE, SECRET);
            try (KeysetsFixture third = process(master)) {
                byte[] anew = third.seal(tenant, PLACE, SECRET);
                assertThat(other.open(tenant, PLACE, anew)).isEqualTo(SECRET);
                assertThat(third.open(tenant, PLACE, before)).isEqualTo(SECRET);
                assertThat(third.open(tenant, PLACE, stillOld)).isEqualTo(SECRET);
                assertThat(java.util.Arrays.copyOf(anew, 5)).isNotEqualTo(java.util.Arrays.copyOf(before, 5));
            }
        }
    }

    @Test
    void forgetsAKeyOnlyWhenNobodySealsWithItAnyMore() {
        String master = KeysetsFixture.fileKey();
        try (KeysetsFixture one = process(master)) {
            TenantId tenant = one.tenant();
            // kept nowhere, so nothing seals it anew
            byte[] stray = one.seal(tenant, PLACE, SECRET);
            RotateKeysets rotate = one.bean(RotateKeysets.class);
            rotate.rotate(tenant);
            rotate.rotate(tenant);
            assertThat(one.open(tenant, PLACE, stray)).isEqualTo(SECRET);
            truth.sql("update vault_keyset set changed_at = now() - interval '3 hours'")
                    .update();
            rotate.rotate(tenant);
            try (KeysetsFixture fresh = process(master)) {
                assertThat(fresh.open(tenant, PLACE, fresh.seal(tenant, PLACE, SECRET)))
                        .isEqualTo(SECRET);
                assertThatThrownBy(() -> fresh.open(tenant, PLACE, stray)).isInstanceOf(SealBrokenException.class);
            }
        }
    }

    @Test
    void keepsThePlatformsOwnSecrets() {
        String old = KeysetsFixture.fileKey();
        String fresh = KeysetsFixture.fileKey();
        InstantSource clock = InstantSource.system();
        String kid;
        try (KeysetsFixture before = process(old)) {
            kid = before.bean(RotateSigningKey.class).rotate().kid();
        }
        try (KeysetsFixture both = process(old + "," + fresh)) {
            assertThat(both.bean(RotateMasterKey.class).rewrapAll().platform()).isTrue();
        }
        try (KeysetsFixture after = process(fresh)) {
            assertThat(after.bean(SigningKeyVault.class).live(clock.instant()))
                    .anyMatch(key -> key.kid().equals(kid));
        }
    }
}
