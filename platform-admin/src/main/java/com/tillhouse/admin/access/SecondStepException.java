package com.tillhouse.admin.access;

import com.tillhouse.core.factor.domain.Proof;
import org.springframework.security.core.AuthenticationException;

/** The password fits, and nobody is signed in yet: a second factor is asked for, or was not the right one. */
final class SecondStepException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final SignInDetails.Pending pending;
    private final String page;

    private SecondStepException(String message, SignInDetails.Pending pending, String page) {
        super(message);
        this.pending = pending;
        this.page = page;
    }

    static SecondStepException asked(SignInDetails.Pending pending) {
        return new SecondStepException("a second factor is needed", pending, SecondFactorView.PATH);
    }

    static SecondStepException failed(SignInDetails.Pending pending, Proof proof) {
        String why = proof == Proof.WAIT ? "wait" : "error";
        return new SecondStepException("no second factor", pending, SecondFactorView.PATH + "?" + why);
    }

    /** Whose password fits, since when. */
    SignInDetails.Pending pending() {
        return pending;
    }

    /** Where to go on. */
    String page() {
        return page;
    }
}
