package com.tillhouse.admin.access;

import com.tillhouse.core.shared.Assurance;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** What the signed-in person showed, and when: as Spring Security's factor authorities, so it lives and ends with the session. */
@Component
final class ShownFactors {
    static final String TOTP = "FACTOR_TOTP";
    static final String PASSKEY = FactorGrantedAuthority.WEBAUTHN_AUTHORITY;
    static final String PASSWORD = FactorGrantedAuthority.PASSWORD_AUTHORITY;

    /** How long what was shown is fresh. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final SessionRenewal renewal;

    ShownFactors(InstantSource clock, SessionRenewal renewal) {
        this.clock = clock;
        this.renewal = renewal;
    }

    /** What was shown, to be granted at sign-in. */
    static GrantedAuthority at(String factor, Instant now) {
        return FactorGrantedAuthority.withAuthority(factor).issuedAt(now).build();
    }

    /** How sure we are right now that it is the person. */
    Assurance assurance() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (fresh(authentication, TOTP) || fresh(authentication, PASSKEY)) {
            return Assurance.SECOND_FACTOR;
        }
        return fresh(authentication, PASSWORD) ? Assurance.PASSWORD : Assurance.SESSION;
    }

    private boolean fresh(@Nullable Authentication authentication, String factor) {
        Instant since = clock.instant().minus(FRESH);
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(granted -> granted instanceof FactorGrantedAuthority shown
                                && shown.getAuthority().equals(factor)
                                && shown.getIssuedAt().isAfter(since));
    }

    /** The person has shown it now. The session goes on under another id. */
    void show(String factor) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        GrantedAuthority now = at(factor, clock.instant());
        Authentication after = before.toBuilder()
                .authorities(all -> {
                    all.removeIf(granted -> factor.equals(granted.getAuthority()));
                    all.add(now);
                })
                .build();
        keep(new SecurityContextImpl(after));
    }

    private void keep(SecurityContext context) {
        SecurityContextHolder.setContext(context);
        VaadinSession session = VaadinSession.getCurrent();
        if (session != null) {
            session.getSession()
                    .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        }
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        if (request != null && request.getSession(false) != null) {
            renewal.renew(request);
        }
    }
}
