package com.tillhouse.core.tenant;

/** What a member may do in one tenant. */
public enum Role {
    /** Everything, members included. */
    OWNER,
    /** Keys, endpoints and API clients. */
    DEVELOPER,
    /** Money: refunds, reports, discrepancies. */
    FINANCE,
    /** Looks things up for buyers. */
    SUPPORT,
    /** Looks, changes nothing. */
    VIEWER
}
