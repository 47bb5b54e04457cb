package com.tillhouse.admin.access;

import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.usecase.RecordAct;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whatever a signed-in person's request does is done by that person, of whom nothing is known but the session: so a privileged act that a view forgot to do by
 * {@link MemberActs} is refused, not taken for the platform's own.
 */
final class SignedInActorFilter extends OncePerRequestFilter {
    private final RecordAct acts;

    SignedInActorFilter(RecordAct acts) {
        this.acts = acts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof SignedInMember member)) {
            chain.doFilter(request, response);
            return;
        }
        Actor actor = Actor.member(member.personId()).from(request.getRemoteAddr(), request.getHeader("User-Agent"));
        try {
            acts.<Boolean, IOException>record(actor, () -> pass(request, response, chain));
        } catch (PassedException e) {
            throw e.cause;
        }
    }

    private static boolean pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
            return true;
        } catch (ServletException e) {
            throw new PassedException(e);
        }
    }

    /** Carries what an act's signature has no room for. */
    private static final class PassedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ServletException cause;

        PassedException(ServletException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
