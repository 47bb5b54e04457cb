package com.tillhouse.webhooks.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.mail.domain.MailContent;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.mail.port.MailStore;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.webhooks.WebhooksApplication;
import com.tillhouse.webhooks.WebhooksFixture;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The worker of the running app, several of it at once, and a real mail server that goes away and comes back. */
@SpringBootTest(
        classes = WebhooksApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=platform-webhooks", "tillhouse.recovery.pause=1h"})
class MailWorkerIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final GreenMail SERVER = started();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());
    private final String domain = UUID.randomUUID() + ".example";

    @Autowired
    MailWorker worker;

    @Autowired
    MailStore mails;

    @Autowired
    UnitOfWork unitOfWork;

    @Autowired
    RegisterTenant tenants;

    @Autowired
    InstantSource clock;

    private static GreenMail started() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        WebhooksFixture.register(registry, DATABASE);
        registry.add("tillhouse.mail.host", () -> "127.0.0.1");
        registry.add("tillhouse.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("tillhouse.mail.security", () -> "none");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    private void add(int number) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        tenants.register(tenant, "m" + UUID.randomUUID().toString().substring(0, 20), "Shop");
        for (int i = 0; i < number; i++) {
            OutgoingMail mail = OutgoingMail.to(
                    new EmailAddress("p" + i + "@" + domain),
                    new MailContent("News", List.of("Read this."), null, "-"),
                    clock.instant(),
                    Duration.ofDays(1));
            unitOfWork.runInTenant(tenant, () -> mails.add(mail));
        }
    }

    private long received() {
        return Arrays.stream(SERVER.getReceivedMessagesForDomain(domain)).count();
    }

    private List<String> statuses() {
        return truth.sql(
                        "select distinct concat_ws(' ', status, sealed is null) from outgoing_mail where recipient like :to")
                .param("to", "%@" + domain)
                .query(String.class)
                .list();
    }

    @Test
    void sendsEachMailOnceHoweverManyWorkersThereAre() {
        add(60);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.execute(() -> {
                    while (worker.runOnce() > 0) {
                        Thread.onSpinWait();
                    }
                });
            }
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(statuses()).containsExactly("SENT t"));
        assertThat(received()).isEqualTo(60);
    }

    @Test
    void losesNothingWhileTheMailServerIsAway() {
        int port = SERVER.getSmtp().getPort();
        SERVER.getSmtp().stopService();
        add(3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(truth.sql(
                                        "select count(*) from outgoing_mail where recipient like :to and attempts > 0 and reason is not null")
                                .param("to", "%@" + domain)
                                .query(Long.class)
                                .single())
                        .isEqualTo(3));
        assertThat(statuses()).containsExactly("WAITING f");
        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            truth.sql("update outgoing_mail set next_attempt_at = now() where status = 'WAITING'")
                    .update();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(statuses()).containsExactly("SENT t"));
            assertThat(back.getReceivedMessagesForDomain(domain)).hasSize(3);
        } finally {
            back.stop();
        }
    }
}
