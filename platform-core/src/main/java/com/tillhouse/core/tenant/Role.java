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
    VIEWER;

    /** True for those who may say what became of money. */
    public boolean decidesOnMoney() {
        return this == OWNER || this == FINANCE;
    }

    /** True for those who may see who did what with the tenant's rights. */
    public boolean readsAuditTrail() {
        return this == OWNER || this == DEVELOPER;
    }

    /** True for those who may do what a tenant can want two members for. */
    public boolean decides() {
        return this == OWNER || this == DEVELOPER || this == FINANCE;
    }

    /** True for those who may ask people in, change their roles and let them go. */
    public boolean managesTeam() {
        return this == OWNER;
    }

    /** True for those who may change how the tenant's checkout behaves. */
    public boolean changesSettings() {
        return this == OWNER || this == DEVELOPER;
    }
}
