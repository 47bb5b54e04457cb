package com.tillhouse.core.team.domain;

import com.tillhouse.core.shared.PlatformException;

/** Whoever is signed in is not who was invited. */
public final class OtherPersonException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public OtherPersonException() {
        super("other_person", "This invitation is for somebody else’s e-mail address.");
    }
}
