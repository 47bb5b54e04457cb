package com.tillhouse.core.audit.domain;

/** The privileged acts. Their words are kept and exported, so they never change. */
public enum AuditAction {
    TENANT_REGISTERED("tenant.registered"),
    MEMBER_ADDED("member.added"),
    SIGN_IN_SUCCEEDED("sign_in.succeeded"),
    SECOND_FACTOR_ADDED("second_factor.added"),
    SECOND_FACTOR_REMOVED("second_factor.removed"),
    RECOVERY_CODES_MADE("recovery_codes.made"),
    RECOVERY_CODE_USED("recovery_code.used"),
    GATEWAY_ACCOUNT_SET_UP("gateway_account.set_up"),
    API_CLIENT_ISSUED("api_client.issued"),
    API_CLIENT_SECRET_ROTATED("api_client.secret_rotated"),
    API_CLIENT_SECRET_ENDED("api_client.secret_ended"),
    API_CLIENT_KEYS_UPLOADED("api_client.keys_uploaded"),
    API_CLIENT_DISABLED("api_client.disabled"),
    WEBHOOK_ENDPOINT_ADDED("webhook_endpoint.added"),
    CHECKOUT_POLICY_CHANGED("checkout_policy.changed"),
    REVIEW_DECIDED("review.decided"),
    AUDIT_TRAIL_EXPORTED("audit_trail.exported");

    private final String word;

    AuditAction(String word) {
        this.word = word;
    }

    /** As it is kept. */
    public String word() {
        return word;
    }
}
