package com.tillhouse.local.money;

import com.tillhouse.core.config.TillhouseCore;
import com.tillhouse.local.app.MovedClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The core without any app, to set merchants up with and to check the invariants with. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({TillhouseCore.class, MovedClock.class})
class CoreApp {

    /** @param more further settings; what is said last counts */
    static ConfigurableApplicationContext start(String databaseUrl, Path masterKey, String... more) {
        List<String> settings = new ArrayList<>(
                List.of(
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=" + databaseUrl,
                        "--spring.datasource.password=app",
                        "--spring.datasource.hikari.maximum-pool-size=4",
                        "--tillhouse.public-webhooks-url=http://nowhere.test",
                        "--tillhouse.vault.master-key-file=" + masterKey,
                        "--tillhouse.local.foreign-packages=com.vaadin.,org.springdoc.,org.springframework.boot.security.,org.springframework.boot.webmvc."));
        settings.addAll(List.of(more));
        return new SpringApplicationBuilder(CoreApp.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=platform-core")
                .run(settings.toArray(String[]::new));
    }
}
