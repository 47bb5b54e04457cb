package com.tillhouse.core.approval.domain;

import com.tillhouse.core.shared.PlatformException;

/** The proposal was decided before, its time is over, or what it is about is changing right now. */
public final class ProposalOverException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public ProposalOverException(String detail) {
        super("proposal_over", detail);
    }
}
