package com.tillhouse.admin.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.transaction.TransactionException;

/** Ends the sign-in in the database when somebody signs out. The browser's session ends whether that works or not. */
final class SignOut implements LogoutHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignOut.class);

    private final MemberActs acts;

    SignOut(MemberActs acts) {
        this.acts = acts;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        HttpSession session = request.getSession(false);
        Object known = session == null ? null : session.getAttribute(FollowedSignIn.ATTRIBUTE);
        if (known instanceof FollowedSignIn followed) {
            try {
                acts.signedOut(followed, request.getRemoteAddr(), request.getHeader("User-Agent"));
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("sign-out could not be noted; the sign-in ends by itself", e);
            }
        }
    }
}
