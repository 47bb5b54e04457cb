package com.tillhouse.admin;

import com.tillhouse.admin.operate.OperatorEnrolment;
import com.tillhouse.core.config.TillhouseCore;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The app for members and operators. Its settings are in {@code platform-admin.yaml}, so that several apps can share one process. */
@SpringBootApplication
@Import(TillhouseCore.class)
@EnableVaadin("com.tillhouse.admin")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
@Viewport("width=device-width, initial-scale=1")
public class AdminApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        if (OperatorEnrolment.asked(args)) {
            System.exit(OperatorEnrolment.run(System.out, System.getenv(), args));
        }
        builder().run(args);
    }

    /** The app, ready to run beside others. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(AdminApplication.class).properties("spring.config.name=platform-admin");
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icon.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("robots", "noindex");
    }
}
