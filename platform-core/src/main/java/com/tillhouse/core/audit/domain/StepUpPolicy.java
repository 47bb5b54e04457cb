package com.tillhouse.core.audit.domain;

import com.tillhouse.core.shared.Assurance;

/**
 * Which privileged acts a person may do only with a second factor that was shown minutes ago. Every act is in the table, or this does not compile.
 * What writes an act down asks here first, so what is refused rolls back, whichever way it came in.
 */
public enum StepUpPolicy {
    /** Reads, or needs no person, or asks for its own proof. */
    NEVER,
    /** Keys, addresses, team and rules: who changes them can move money. */
    ALWAYS,
    /** A decision that settles moves money; one that asks again or leaves does not. */
    WHEN_IT_SETTLES;

    /** What the act asks of a person. */
    public static StepUpPolicy of(AuditAction action) {
        return switch (action) {
            case TENANT_REGISTERED, SIGN_IN_SUCCEEDED, AUDIT_TRAIL_EXPORTED -> NEVER;
            // asks for the password, or for a link that was sent by mail; or takes only away
            case INVITATION_ACCEPTED, PASSWORD_CHANGED, PASSWORD_RESET -> NEVER;
            case SIGN_IN_FAILED, SIGNED_OUT, SIGN_IN_REVOKED -> NEVER;
            // the first factor asks for the password, another one for the first: AllowFactor
            case SECOND_FACTOR_ADDED, RECOVERY_CODE_USED -> NEVER;
            case MEMBER_INVITED, INVITATION_REVOKED, MEMBER_ROLE_CHANGED, MEMBER_REMOVED -> ALWAYS;
            case SECOND_FACTOR_REMOVED, RECOVERY_CODES_MADE, SECOND_FACTOR_RULE_CHANGED -> ALWAYS;
            case MEMBER_ADDED, GATEWAY_ACCOUNT_SET_UP, WEBHOOK_ENDPOINT_ADDED, CHECKOUT_POLICY_CHANGED -> ALWAYS;
            case API_CLIENT_ISSUED,
                    API_CLIENT_SECRET_ROTATED,
                    API_CLIENT_SECRET_ENDED,
                    API_CLIENT_KEYS_UPLOADED,
                    API_CLIENT_DISABLED -> ALWAYS;
            // what is erased is gone
            case BUYER_DATA_POLICY_CHANGED, BUYER_DATA_ERASED -> ALWAYS;
            case GATEWAY_ACCOUNT_ENTERED,
                    GATEWAY_KEYS_MADE,
                    GATEWAY_KEYS_UPLOADED,
                    GATEWAY_ANTOM_KEY_ENTERED,
                    GATEWAY_KEYS_ACTIVATED,
                    GATEWAY_KEYS_RETIRED,
                    WEBHOOK_SECRET_ROTATED -> ALWAYS;
            // the platform's own commands
            case KEYSET_REWRAPPED, KEYSET_ROTATED -> NEVER;
            case REVIEW_DECIDED -> WHEN_IT_SETTLES;
            // an operator's way in, and what lets one in; a page and a way out need no more than the access
            case OPERATOR_ACCESS_REQUESTED,
                    OPERATOR_ACCESS_STARTED,
                    OPERATOR_ACCESS_FORCED,
                    OPERATOR_ACCESS_CONSENTED,
                    OPERATOR_POLICY_CHANGED,
                    TENANT_SUSPENDED,
                    TENANT_RESUMED -> ALWAYS;
            case PROPOSAL_MADE, PROPOSAL_APPROVED, APPROVAL_POLICY_CHANGED -> ALWAYS;
            case PROPOSAL_REFUSED, PROPOSAL_WITHDRAWN, PROPOSAL_STALE -> NEVER;
            case OPERATOR_ACCESS_REFUSED, OPERATOR_ACCESS_ENDED, OPERATOR_LOOKED -> NEVER;
        };
    }

    /** How sure of the person this very act has to be. */
    public static Assurance least(AuditNote note) {
        boolean needed = switch (of(note.action())) {
            case NEVER -> false;
            case ALWAYS -> true;
            case WHEN_IT_SETTLES -> note.details().containsKey("settled_as");
        };
        return needed ? Assurance.SECOND_FACTOR : Assurance.SESSION;
    }
}
