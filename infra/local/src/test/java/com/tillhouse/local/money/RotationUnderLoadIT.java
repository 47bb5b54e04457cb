package com.tillhouse.local.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tillhouse.core.DumpSearch;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.gateway.SealedKey;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.tillhouse.core.gatewaykey.usecase.ActivateGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.AddGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.EnterAntomKey;
import com.tillhouse.core.gatewaykey.usecase.EnterAntomKeyCommand;
import com.tillhouse.core.gatewaykey.usecase.FindGatewayKeys;
import com.tillhouse.core.keyset.usecase.RotateKeysets;
import com.tillhouse.core.keyset.usecase.RotateMasterKey;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.webhook.domain.WebhookSecret;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpoint;
import com.tillhouse.core.webhook.usecase.AddWebhookEndpointCommand;
import com.tillhouse.core.webhook.usecase.RotateWebhookSecret;
import com.tillhouse.local.money.MerchantFixture.Order;
import com.tillhouse.local.money.PlatformFixture.Address;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Buyers pay and get money back over two processes while the merchant's keys at Antom, the master key, the keys below it and the webhook secret are changed. Not one request
 * fails, every webhook is believed, and a dump of the database at the end gives none of the secrets away.
 */
class RotationUnderLoadIT {
    private static final int BUYERS = 6;
    private static final int BETWEEN = 40;

    @TempDir
    private Path folder;

    private final AtomicInteger done = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> paid = new ConcurrentLinkedQueue<>();

    @Test
    void changesEveryKeyWithoutAFailedRequest() throws Exception {
        Path fresh = folder.resolve("fresh.key");
        MasterKey.create(fresh);
        String both = "--tillhouse.vault.master-keys=file:" + fresh;
        try (PlatformFixture platform = new PlatformFixture();
                HookFixture hook = new HookFixture();
                ConfigurableApplicationContext command =
                        platform.command(both, "--tillhouse.egress.allow-local=true")) {
            Address first = Address.free();
            Address second = Address.free();
            ProcessFixture one = platform.launch("one", first, second, both);
            ProcessFixture other = platform.launch("other", second, first, both);
            one.awaitReady();
            other.awaitReady();
            MerchantFixture merchant = platform.merchant();
            merchant.signIn(one);
            Changes changes = new Changes(platform, command, merchant, hook);
            changes.listen();
            changeUnderLoad(platform, List.of(one, other), merchant, changes);
            assertThat(failed).isEmpty();
            assertThat(changes.wrappedBy()).hasSize(1);
            assertThat(changes.statuses()).containsExactly("ACTIVE", "RETIRING", "RETIRING");
            paid.forEach(payment -> platform.awaitStatus(payment, "SUCCEEDED"));
            await().atMost(Duration.ofSeconds(30)).until(changes::nothingToDeliver);
            assertThat(hook.refused).isEmpty();
            assertThat(hook.received).hasSizeGreaterThanOrEqualTo(paid.size());
            changes.changeOver();
            withoutTheOldMasterKey(platform, merchant, fresh, both);
            assertThat(changes.secrets().find(platform.superuser())).isEmpty();
            platform.assertAllIsWell();
            assertThat(hook.refused).isEmpty();
            System.out.printf(
                    "%d requests by %d buyers over two processes, %d payments, %d webhooks while all keys changed: none failed%n",
                    done.get(), BUYERS, paid.size(), hook.received.size());
        }
    }

    private void changeUnderLoad(
            PlatformFixture platform, List<ProcessFixture> processes, MerchantFixture merchant, Changes changes)
            throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> buyers = new ArrayList<>();
            for (int i = 0; i < BUYERS; i++) {
                ProcessFixture process = processes.get(i % processes.size());
                buyers.add(pool.submit(() -> buy(platform, process, merchant, stop)));
            }
            for (Runnable change : List.<Runnable>of(
                    changes::gatewayKeys,
                    changes::masterKey,
                    changes::webhookSecret,
                    changes::keysets,
                    changes::gatewayKeys)) {
                awaitMore();
                change.run();
            }
            awaitMore();
            stop.set(true);
            for (Future<?> buyer : buyers) {
                buyer.get();
            }
        }
    }

    private void awaitMore() {
        int until = done.get() + BETWEEN;
        await().atMost(Duration.ofSeconds(60)).until(() -> done.get() >= until || !failed.isEmpty());
    }

    private void buy(PlatformFixture platform, ProcessFixture process, MerchantFixture merchant, AtomicBoolean stop) {
        while (!stop.get()) {
            Answer session = asked(merchant.post(process, platform.opening()));
            if (!session.good()) {
                return;
            }
            String payment = session.at("/payments/0/id");
            platform.antom().pay(payment);
            paid.add(payment);
            platform.awaitStatus(payment, "SUCCEEDED");
            asked(merchant.post(process, Order.refund(payment, 40)));
        }
    }

    private Answer asked(Answer answer) {
        done.incrementAndGet();
        if (!answer.good()) {
            failed.add(answer.toString());
        }
        return answer;
    }

    /** The master key that wrapped everything before is gone. */
    private void withoutTheOldMasterKey(PlatformFixture platform, MerchantFixture merchant, Path fresh, String both)
            throws InterruptedException {
        Address third = Address.free();
        ProcessFixture late = platform.launch("late", third, third, both, "--tillhouse.vault.master-key-file=" + fresh);
        late.awaitReady();
        assertThat(merchant.post(late, platform.opening()).status()).isEqualTo(201);
    }

    /** What a merchant and an operator change, by the platform's own use cases. */
    private record Changes(
            PlatformFixture platform,
            ConfigurableApplicationContext command,
            MerchantFixture merchant,
            HookFixture hook,
            List<WebhookSecret> webhookSecrets) {

        Changes(
                PlatformFixture platform,
                ConfigurableApplicationContext command,
                MerchantFixture merchant,
                HookFixture hook) {
            this(platform, command, merchant, hook, new ArrayList<>());
        }

        private TenantId tenant() {
            return merchant.tenant();
        }

        void listen() {
            WebhookSecret secret = WebhookSecret.fresh();
            hook.believe(secret);
            webhookSecrets.add(secret);
            command.getBean(AddWebhookEndpoint.class)
                    .add(new AddWebhookEndpointCommand(tenant(), Mode.TEST, hook.url(), Set.of("*"), secret));
        }

        void gatewayKeys() {
            int version = command.getBean(AddGatewayKeys.class).make(tenant(), Mode.TEST);
            String ours = keys().getFirst().merchantPublicKey();
            String antom = platform.antom().register(merchant.antomClientId(), ours);
            command.getBean(EnterAntomKey.class).enter(new EnterAntomKeyCommand(tenant(), Mode.TEST, antom, null));
            command.getBean(ActivateGatewayKeys.class).activate(tenant(), Mode.TEST, version);
        }

        void masterKey() {
            RotateMasterKey.Report report =
                    command.getBean(RotateMasterKey.class).rewrapAll();
            assertThat(report.failures()).isEmpty();
            assertThat(report.rewrapped()).isEqualTo(1);
        }

        void keysets() {
            assertThat(command.getBean(RotateKeysets.class).rotateAll().secrets())
                    .isGreaterThan(2);
        }

        void webhookSecret() {
            String endpoint = platform.truth()
                    .sql("select id from webhook_endpoint where tenant_id = ? and kind = 'CONFIGURED'")
                    .param(tenant().value())
                    .query(String.class)
                    .single();
            WebhookSecret next =
                    command.getBean(RotateWebhookSecret.class).rotate(tenant(), endpoint, Duration.ofHours(1));
            webhookSecrets.add(next);
        }

        /** The receiver knows the new secret alone from now on. */
        void changeOver() {
            hook.believe(webhookSecrets.getLast());
        }

        List<String> wrappedBy() {
            return platform.truth()
                    .sql("select master_key from vault_keyset union select master_key from platform_keyset")
                    .query(String.class)
                    .list();
        }

        List<String> statuses() {
            return keys().stream().map(key -> key.status().name()).toList();
        }

        private List<KeyRecord> keys() {
            return command.getBean(FindGatewayKeys.class)
                    .find(tenant(), Mode.TEST)
                    .orElseThrow()
                    .keys();
        }

        boolean nothingToDeliver() {
            return platform.truth()
                            .sql("select count(*) from delivery where status = 'PENDING'")
                            .query(Integer.class)
                            .single()
                    == 0;
        }

        DumpSearch secrets() {
            DumpSearch search = new DumpSearch();
            webhookSecrets.forEach(secret -> search.plant("webhook secret", secret.bytes()));
            command.getBean(UnitOfWork.class).runInTenant(tenant(), () -> {
                GatewayAccount account = command.getBean(GatewayAccountRepository.class)
                        .inMode(tenant(), Mode.TEST)
                        .orElseThrow();
                search.plant("notify route", account.notifyPath().substring(NotifyRoute.PREFIX.length()));
                account.keys()
                        .forEach(key -> search.plant(
                                "gateway key",
                                new String(
                                        command.getBean(SecretVault.class)
                                                .open(
                                                        tenant(),
                                                        SealedKey.place(account.id(), key.version()),
                                                        Objects.requireNonNull(key.sealedPrivateKey())
                                                                .bytes()),
                                        StandardCharsets.US_ASCII)));
            });
            return search;
        }
    }
}
