package com.tillhouse.api.problem;

import com.tillhouse.core.tenant.Scope;

/** The caller's token lacks a scope. */
public final class MissingScopeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Scope scope;

    public MissingScopeException(Scope scope) {
        super("scope " + scope.word() + " is missing");
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }
}
