package com.tillhouse.core.approval.domain;

/** What became of a proposal. */
public enum ProposalStatus {
    /** Nobody has decided; after its time is over nobody can. */
    WAITING,
    /** Approved and carried out, in one transaction. */
    EXECUTED,
    /** Another member said no. */
    REFUSED,
    /** Whoever proposed it took it back. */
    WITHDRAWN,
    /** What it is about changed meanwhile, so it was not carried out. */
    STALE
}
