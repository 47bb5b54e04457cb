package com.tillhouse.core.approval.domain;

import com.tillhouse.core.shared.PlatformException;

/** The tenant wants two members for this act, so nobody does it alone. */
public final class ApprovalRequiredException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public ApprovalRequiredException() {
        super(
                "approval_required",
                "This business wants two members for this. Propose it in the admin app; another member approves it there.");
    }
}
