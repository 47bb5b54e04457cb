package com.tillhouse.api.access;

import com.tillhouse.api.problem.MissingScopeException;
import com.tillhouse.core.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a call through to its controller only when the caller has the scope that the controller names. */
final class ScopeInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object target) {
        if (target instanceof HandlerMethod method
                && SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token) {
            Scope needed = neededBy(method);
            if (!token.getPrincipal().may(needed)) {
                throw new MissingScopeException(needed);
            }
        }
        return true;
    }

    private static Scope neededBy(HandlerMethod method) {
        RequiresScope required = method.getMethodAnnotation(RequiresScope.class);
        if (required == null) {
            throw new IllegalStateException(method.getShortLogMessage() + " names no scope");
        }
        return required.value();
    }
}
