package com.tillhouse.admin.access;

import com.tillhouse.core.mail.domain.AdminAddress;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Where the app is reached by https, its cookie is bound to exactly this host and never leaves by http. */
@Component
final class SessionCookie implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {
    static final String BOUND_TO_HOST = "__Host-TILLHOUSE_ADMIN";

    private final AdminAddress admin;

    SessionCookie(AdminAddress admin) {
        this.admin = admin;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        if ("https".equals(admin.base().getScheme())) {
            var cookie = factory.getSettings().getSession().getCookie();
            cookie.setName(BOUND_TO_HOST);
            cookie.setSecure(true);
            cookie.setPath("/");
        }
    }

    /** After the settings of the app's file. */
    @Override
    public int getOrder() {
        return 1;
    }
}
