package com.tillhouse.core.team.domain;

import com.tillhouse.core.shared.PlatformException;

/** The token opens no invitation: unknown, expired, used, revoked or replaced, all said in the same words. */
public final class InvitationClosedException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public InvitationClosedException() {
        super("invitation_closed", "This invitation can’t be used any more. Ask for a new one.");
    }
}
