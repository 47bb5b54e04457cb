package com.tillhouse.webhooks.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.webhooks.MerchantFixture;
import com.tillhouse.webhooks.WebhooksApplication;
import com.tillhouse.webhooks.WebhooksFixture;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
class InvariantCheckIT {
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

    private String check(int expectedExitCode) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments = Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "tillhouse.vault.master-key-file",
                        "tillhouse.public-webhooks-url")
                .map(name -> "--" + name + "=" + settings.getProperty(name))
                .toArray(String[]::new);
        int exitCode = InvariantCheck.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(said).isEqualTo(expectedExitCode);
        return said;
    }

    @Test
    void saysWhichTenantsMoneyIsWrongAndWhereAndEndsWithOne() {
        MerchantFixture well = new MerchantFixture(beans, "http://localhost:9");
        well.paidPayment();
        assertThat(check(0)).contains("1 tenants checked, 0 breaches.");
        MerchantFixture spoiled = new MerchantFixture(beans, "http://localhost:9");
        Payment payment = spoiled.paidPayment();
        truth.sql("update payment set refunded = 100 where id = ?")
                .param(payment.id())
                .update();
        assertThat(check(1))
                .contains(spoiled.tenant + " I-1 " + payment.id() + " refunded 100, but refunds that succeeded are 0")
                .contains("2 tenants checked, 1 breaches.")
                .doesNotContain(well.tenant.toString());
    }
}
