package com.tillhouse.admin.access;

import com.tillhouse.core.tenant.PersonId;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** What comes with a sign-in besides e-mail and password: a passkey's answer, or the code of the second step and whose step that is. */
final class SignInDetails extends WebAuthenticationDetails {
    private static final long serialVersionUID = 1L;
    private static final String PENDING = SignInDetails.class.getName();
    private static final String ASKED = AskedChallenge.class.getName();
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final transient @Nullable String code;
    private final transient @Nullable Pending pending;
    private final transient @Nullable String passkey;
    private final transient @Nullable AskedChallenge asked;

    SignInDetails(HttpServletRequest request) {
        super(request);
        this.code = request.getParameter("code");
        HttpSession session = request.getSession(false);
        this.pending = of(session).orElse(null);
        this.passkey = request.getParameter("passkey");
        this.asked = session == null ? null : (AskedChallenge) session.getAttribute(ASKED);
    }

    /** The passkey's answer; null when the person signs in otherwise. */
    @Nullable
    String passkey() {
        return passkey;
    }

    /** What the passkey was asked. */
    Optional<AskedChallenge> asked() {
        return Optional.ofNullable(asked);
    }

    /** Remembers what this session's browser is asked; anything asked before is void. */
    static void ask(WrappedSession session, AskedChallenge asked) {
        session.setAttribute(ASKED, asked);
    }

    /**
     * Somebody who is half-way in: the password fits, and a second factor is asked for.
     *
     * @param personId canonical text form
     */
    record Pending(String personId, Instant at) implements Serializable {
        PersonId person() {
            return PersonId.parse(personId);
        }

        boolean over(Instant now) {
            return now.isAfter(at.plus(PATIENCE));
        }
    }

    /** The code of the second step; null in the first. */
    @Nullable
    String code() {
        return code;
    }

    Optional<Pending> pending() {
        return Optional.ofNullable(pending);
    }

    static Optional<Pending> of(@Nullable HttpSession session) {
        return Optional.ofNullable(session).map(kept -> (Pending) kept.getAttribute(PENDING));
    }

    /** From here on this session is half-way in, under another id. */
    static void keep(HttpServletRequest request, Pending pending) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(PENDING, pending);
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PENDING);
        }
    }
}
