package com.tillhouse.core.team.domain;

import com.tillhouse.core.shared.PlatformException;

/** The invited address belongs to a person, who has to prove to be that. */
public final class SignInFirstException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public SignInFirstException() {
        super("sign_in_first", "This e-mail address has a Tillhouse sign-in already. Sign in with it to accept.");
    }
}
