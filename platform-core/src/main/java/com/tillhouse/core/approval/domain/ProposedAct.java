package com.tillhouse.core.approval.domain;

import com.tillhouse.core.tenant.Role;

/** The acts that need two members where a tenant wants four eyes. Their names are kept, and the database's triggers know them. */
public enum ProposedAct {
    /** The rules of the checkout. */
    CHECKOUT_POLICY,
    /** Settling a payment that Antom can't tell about. */
    PAYMENT_REVIEW,
    /** Settling a refund that Antom can't tell about. */
    REFUND_REVIEW,
    /** Making a member an owner. */
    MEMBER_ROLE,
    /** Making another key of a gateway account the active one. */
    GATEWAY_KEY,
    /** Sending webhooks somewhere else. */
    WEBHOOK_URL,
    /** Going back to two eyes. */
    FOUR_EYES_OFF;

    /** True for those who may propose it: whoever could do it alone if the tenant did not want four eyes. */
    public boolean proposedBy(Role role) {
        return switch (this) {
            case CHECKOUT_POLICY -> role.changesSettings();
            case PAYMENT_REVIEW, REFUND_REVIEW -> role.decidesOnMoney();
            case GATEWAY_KEY, WEBHOOK_URL -> role == Role.OWNER || role == Role.DEVELOPER;
            case MEMBER_ROLE, FOUR_EYES_OFF -> role == Role.OWNER;
        };
    }

    /**
     * True for those who may approve or refuse it.
     *
     * @param soleOwner true when there is only one owner, so that nobody else could: then developers and finance members may
     */
    public boolean decidedBy(Role role, boolean soleOwner) {
        boolean standsIn = soleOwner && (role == Role.DEVELOPER || role == Role.FINANCE);
        return proposedBy(role) || standsIn;
    }
}
