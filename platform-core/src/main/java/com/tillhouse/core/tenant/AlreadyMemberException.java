package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.PlatformException;

/** The person is bound to the tenant already; a role is changed, not added. */
public final class AlreadyMemberException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public AlreadyMemberException() {
        super("already_member", "This person is a member already. Change the role instead.");
    }
}
