package com.tillhouse.core.operator.domain;

/** What an operator may do in a tenant while an access is open. Neither moves money, touches keys or changes members. */
public enum AccessScope {
    /** Looks; the database refuses every write. */
    READ,
    /** Looks, and changes settings that the tenant's own developers change. */
    ACT
}
