package com.tillhouse.admin.access;

import com.tillhouse.core.signin.usecase.FollowSignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the database of each request of a signed-in browser whether its sign-in still counts; a good answer holds for a few seconds. One that does not
 * count any more, wherever it was ended, loses its session, and with it every open page. Pages that nobody touches ask by themselves, at
 * {@value #QUESTION}, and leave when they are told to.
 */
final class SignInCheckFilter extends OncePerRequestFilter {
    static final String QUESTION = "/signed-in";
    static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(SignInCheckFilter.class);
    private static final int MOST_REMEMBERED = 10_000;

    private final FollowSignIn signIns;
    private final InstantSource clock;
    private final Map<String, Instant> goodAt = new ConcurrentHashMap<>();

    SignInCheckFilter(FollowSignIn signIns, InstantSource clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            boolean in = checked(request);
            if (asks(request)) {
                response.setStatus(in ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
        } catch (DataAccessException | TransactionException e) {
            // no sendError: the error page would lead on to the sign-in page
            LOG.warn("a sign-in could not be checked, and is let nowhere", e);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        chain.doFilter(request, response);
    }

    /** True when somebody is signed in and that still counts. */
    private boolean checked(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || who == null || !(who.getPrincipal() instanceof SignedInMember member)) {
            return false;
        }
        boolean counts = counts(request, session, member);
        if (!counts) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        return counts;
    }

    private boolean counts(HttpServletRequest request, HttpSession session, SignedInMember member) {
        Object known = session.getAttribute(FollowedSignIn.ATTRIBUTE);
        if (known instanceof FollowedSignIn followed && followed.personId().equals(member.personId())) {
            boolean acts = !byItself(request);
            return acts && recently(followed.id()) || asked(followed.id(), acts);
        }
        String id = signIns.begin(member.id(), request.getRemoteAddr(), request.getHeader("User-Agent"));
        session.setAttribute(FollowedSignIn.ATTRIBUTE, new FollowedSignIn(id, member.personId()));
        return true;
    }

    private boolean recently(String id) {
        Instant known = goodAt.get(id);
        return known != null && clock.instant().isBefore(known.plus(REMEMBERED));
    }

    private boolean asked(String id, boolean acts) {
        Instant before = clock.instant();
        boolean counts = signIns.counts(id, acts);
        if (goodAt.size() >= MOST_REMEMBERED) {
            goodAt.clear();
        }
        if (counts) {
            goodAt.put(id, before);
        } else {
            goodAt.remove(id);
        }
        return counts;
    }

    /** An open page says now and then that it is open, and asks whether it may be; that is no act of a person. */
    private static boolean byItself(HttpServletRequest request) {
        String query = request.getQueryString();
        return asks(request) || query != null && query.contains("v-r=heartbeat");
    }

    private static boolean asks(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + QUESTION);
    }
}
