package com.tillhouse.webhooks.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.webhooks.MerchantFixture;
import com.tillhouse.webhooks.WebhooksApplication;
import com.tillhouse.webhooks.WebhooksFixture;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The operators' commands upon master keys and keysets, as they are run. */
@SpringBootTest(
        classes = WebhooksApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=platform-webhooks", "tillhouse.recovery.pause=1h"})
class MasterKeyRotationIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();

    @Autowired
    BeanFactory beans;

    @Autowired
    Environment settings;

    @TempDir
    private Path folder;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        WebhooksFixture.register(registry, DATABASE);
    }

    private String said(int exitCode, BiFunction<PrintStream, String[], Integer> command, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(more));
        Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "tillhouse.vault.master-key-file",
                        "tillhouse.public-webhooks-url")
                .filter(name -> arguments.stream().noneMatch(given -> given.startsWith("--" + name)))
                .map(name -> "--" + name + "=" + settings.getProperty(name))
                .forEach(arguments::add);
        int ended = command.apply(new PrintStream(out, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(text).isEqualTo(exitCode);
        return text;
    }

    private static int making(Path file) {
        return MasterKeyMaking.run(new PrintStream(new ByteArrayOutputStream()), file.toString());
    }

    @Test
    void saysWhatItDidAndWhatItCouldNotDo() {
        new MerchantFixture(beans, "http://localhost:9");
        new MerchantFixture(beans, "http://localhost:9");
        beans.getBean(SecretVault.class).sealForPlatform("test", new byte[] {1});
        assertThat(said(0, MasterKeyRotation::run))
                .contains("Platform: needed nothing. Tenants: 0 rewrapped, 2 needed nothing, 0 failed.");
        assertThat(said(0, MasterKeyRotation::run, "again")).contains("Tenants: 2 rewrapped");
        Path fresh = folder.resolve("fresh.key");
        assertThat(making(fresh)).isZero();
        assertThat(making(fresh)).isOne();
        String both = "--tillhouse.vault.master-keys=file:" + fresh;
        assertThat(said(0, KeysetRotation::run, both)).contains("2 tenants have a fresh key;");
        assertThat(said(0, MasterKeyRotation::run, both))
                .contains("Platform: rewrapped. Tenants: 0 rewrapped, 2 needed nothing, 0 failed.");
        assertThat(said(1, MasterKeyRotation::run, "again"))
                .contains(
                        "Nothing was done: can't rewrap the platform's keyset: the master key file:",
                        "is not configured");
    }
}
