package com.tillhouse.core.audit.domain;

/** The privileged acts. Their words are kept and exported, so they never change. */
public enum AuditAction {
    TENANT_REGISTERED("tenant.registered"),
    MEMBER_ADDED("member.added"),
    MEMBER_INVITED("member.invited"),
    INVITATION_REVOKED("invitation.revoked"),
    INVITATION_ACCEPTED("invitation.accepted"),
    MEMBER_ROLE_CHANGED("member.role_changed"),
    MEMBER_REMOVED("member.removed"),
    SIGN_IN_SUCCEEDED("sign_in.succeeded"),
    SECOND_FACTOR_ADDED("second_factor.added"),
    SECOND_FACTOR_REMOVED("second_factor.removed"),
    RECOVERY_CODES_MADE("recovery_codes.made"),
    RECOVERY_CODE_USED("recovery_code.used"),
    SIGN_IN_FAILED("sign_in.failed"),
    SIGNED_OUT("sign_in.ended"),
    SIGN_IN_REVOKED("sign_in.revoked"),
    PASSWORD_CHANGED("password.changed"),
    PASSWORD_RESET("password.reset"),
    SECOND_FACTOR_RULE_CHANGED("second_factor_rule.changed"),
    GATEWAY_ACCOUNT_SET_UP("gateway_account.set_up"),
    GATEWAY_ACCOUNT_ENTERED("gateway_account.entered"),
    GATEWAY_KEYS_MADE("gateway_keys.made"),
    GATEWAY_KEYS_UPLOADED("gateway_keys.uploaded"),
    GATEWAY_ANTOM_KEY_ENTERED("gateway_keys.antom_key_entered"),
    GATEWAY_KEYS_ACTIVATED("gateway_keys.activated"),
    GATEWAY_KEYS_RETIRED("gateway_keys.retired"),
    KEYSET_REWRAPPED("keyset.rewrapped"),
    KEYSET_ROTATED("keyset.rotated"),
    API_CLIENT_ISSUED("api_client.issued"),
    API_CLIENT_SECRET_ROTATED("api_client.secret_rotated"),
    API_CLIENT_SECRET_ENDED("api_client.secret_ended"),
    API_CLIENT_KEYS_UPLOADED("api_client.keys_uploaded"),
    API_CLIENT_DISABLED("api_client.disabled"),
    WEBHOOK_ENDPOINT_ADDED("webhook_endpoint.added"),
    WEBHOOK_SECRET_ROTATED("webhook_secret.rotated"),
    CHECKOUT_POLICY_CHANGED("checkout_policy.changed"),
    BUYER_DATA_POLICY_CHANGED("buyer_data_policy.changed"),
    BUYER_DATA_ERASED("buyer_data.erased"),
    REVIEW_DECIDED("review.decided"),
    AUDIT_TRAIL_EXPORTED("audit_trail.exported"),
    OPERATOR_ACCESS_REQUESTED("operator_access.requested"),
    OPERATOR_ACCESS_STARTED("operator_access.started"),
    OPERATOR_ACCESS_FORCED("operator_access.forced_without_consent"),
    OPERATOR_ACCESS_CONSENTED("operator_access.consented"),
    OPERATOR_ACCESS_REFUSED("operator_access.refused"),
    OPERATOR_ACCESS_ENDED("operator_access.ended"),
    OPERATOR_LOOKED("operator_access.page_opened"),
    OPERATOR_POLICY_CHANGED("operator_policy.changed"),
    TENANT_SUSPENDED("tenant.suspended"),
    TENANT_RESUMED("tenant.resumed"),
    APPROVAL_POLICY_CHANGED("approval_policy.changed"),
    PROPOSAL_MADE("proposal.made"),
    PROPOSAL_APPROVED("proposal.approved"),
    PROPOSAL_REFUSED("proposal.refused"),
    PROPOSAL_WITHDRAWN("proposal.withdrawn"),
    PROPOSAL_STALE("proposal.stale");

    private final String word;

    AuditAction(String word) {
        this.word = word;
    }

    /** As it is kept. */
    public String word() {
        return word;
    }
}
