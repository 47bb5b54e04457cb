package com.tillhouse.webhooks.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.webhooks.MerchantFixture;
import com.tillhouse.webhooks.WebhooksApplication;
import com.tillhouse.webhooks.WebhooksFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The operators' command, run beside the running app. */
@SpringBootTest(
        classes = WebhooksApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=platform-webhooks", "tillhouse.recovery.pause=1h"})
class AuditCheckIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();

    @Autowired
    BeanFactory beans;

    @Autowired
    Environment settings;

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        WebhooksFixture.register(registry, DATABASE);
    }

    private String verify(int expectedExitCode, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(more));
        Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "tillhouse.vault.master-key-file",
                        "tillhouse.public-webhooks-url")
                .forEach(name -> arguments.add("--" + name + "=" + settings.getProperty(name)));
        int exitCode =
                AuditCheck.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(said).isEqualTo(expectedExitCode);
        return said;
    }

    /** As somebody does who owns the machine of the database. */
    private void spoil(String sql) {
        truth.sql("do $$ begin set local session_replication_role = replica; " + sql + "; end $$")
                .update();
    }

    @Test
    void printsAnchorsAndNamesWhatWasChangedOrCutOff(@TempDir Path folder) throws IOException {
        MerchantFixture well = new MerchantFixture(beans, "http://localhost:9");
        MerchantFixture spoiled = new MerchantFixture(beans, "http://localhost:9");
        String anchors = verify(0);
        assertThat(anchors)
                .containsPattern(well.tenant + " [1-9][0-9]* [0-9a-f]{64}")
                .contains("2 audit trails verified, 0 compared with anchors, 0 broken.");
        Path file = Files.writeString(folder.resolve("anchors.txt"), anchors);
        assertThat(verify(0, "--audit.anchors=" + file)).contains("2 compared with anchors, 0 broken.");

        spoil("delete from audit_entry where tenant_id = '" + spoiled.tenant
                + "'; delete from audit_head where tenant_id = '" + spoiled.tenant + "'");
        verify(0);
        assertThat(verify(1, "--audit.anchors=" + file))
                .contains(spoiled.tenant + " BROKEN ANCHOR: entry 0 is the last, but entry")
                .contains("1 broken.");

        spoil("update audit_entry set actor_name = 'somebody else' where number = 1 and tenant_id = '" + well.tenant
                + "'");
        assertThat(verify(1)).contains(well.tenant + " BROKEN HASH: entry 1 was changed");
    }
}
