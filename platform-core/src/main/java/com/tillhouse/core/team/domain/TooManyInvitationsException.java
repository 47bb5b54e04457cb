package com.tillhouse.core.team.domain;

import com.tillhouse.core.shared.PlatformException;

/** The tenant has sent its day’s worth of invitations. */
public final class TooManyInvitationsException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public TooManyInvitationsException() {
        super(
                "too_many_invitations",
                "Your business has sent as many invitations as it may within a day. Try again tomorrow.");
    }
}
