package com.tillhouse.admin.audit;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditActor;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Acts and actors in plain words. */
final class ActionWords {
    private ActionWords() {}

    /** What can be asked for, by the word of the action. */
    static Map<String, String> all() {
        Map<String, String> words = new LinkedHashMap<>();
        for (AuditAction action : AuditAction.values()) {
            words.put(action.word(), name(action));
        }
        return words;
    }

    private static String name(AuditAction action) {
        return switch (action) {
            case TENANT_REGISTERED -> "Business registered";
            case MEMBER_ADDED -> "Member added";
            case MEMBER_INVITED -> "Member invited";
            case INVITATION_REVOKED -> "Invitation taken back";
            case INVITATION_ACCEPTED -> "Invitation accepted";
            case MEMBER_ROLE_CHANGED -> "Member’s role changed";
            case MEMBER_REMOVED -> "Member removed";
            case SIGN_IN_SUCCEEDED -> "Signed in";
            case SECOND_FACTOR_ADDED -> "Second factor added";
            case SECOND_FACTOR_REMOVED -> "Second factor removed";
            case RECOVERY_CODES_MADE -> "Recovery codes made";
            case RECOVERY_CODE_USED -> "Recovery code used";
            case SIGN_IN_FAILED -> "Sign-in failed";
            case SIGNED_OUT -> "Signed out";
            case SIGN_IN_REVOKED -> "Sign-in ended from elsewhere";
            case PASSWORD_CHANGED -> "Password changed";
            case PASSWORD_RESET -> "Password reset by mail";
            case SECOND_FACTOR_RULE_CHANGED -> "Rule about second factors changed";
            case GATEWAY_ACCOUNT_SET_UP -> "Antom account set up";
            case GATEWAY_ACCOUNT_ENTERED -> "Antom account entered";
            case GATEWAY_KEYS_MADE -> "Keys for Antom made";
            case GATEWAY_KEYS_UPLOADED -> "Keys for Antom uploaded";
            case GATEWAY_ANTOM_KEY_ENTERED -> "Antom’s public key entered";
            case GATEWAY_KEYS_ACTIVATED -> "Keys for Antom activated";
            case GATEWAY_KEYS_RETIRED -> "Keys for Antom ended";
            case KEYSET_REWRAPPED -> "Secrets put under another master key";
            case KEYSET_ROTATED -> "Secrets encrypted anew";
            case API_CLIENT_ISSUED -> "API client made";
            case API_CLIENT_SECRET_ROTATED -> "API client’s secret replaced";
            case API_CLIENT_SECRET_ENDED -> "API client’s secret ended";
            case API_CLIENT_KEYS_UPLOADED -> "API client’s public keys replaced";
            case API_CLIENT_DISABLED -> "API client disabled";
            case WEBHOOK_ENDPOINT_ADDED -> "Webhook endpoint added";
            case WEBHOOK_SECRET_ROTATED -> "Webhook secret replaced";
            case CHECKOUT_POLICY_CHANGED -> "Checkout rules changed";
            case BUYER_DATA_POLICY_CHANGED -> "Keeping of buyer data changed";
            case BUYER_DATA_ERASED -> "Buyer’s data erased";
            case REVIEW_DECIDED -> "Review decided";
            case AUDIT_TRAIL_EXPORTED -> "Audit trail exported";
            case OPERATOR_ACCESS_REQUESTED -> "Tillhouse asks to look in";
            case OPERATOR_ACCESS_STARTED -> "Tillhouse looks in";
            case OPERATOR_ACCESS_FORCED -> "Tillhouse looks in without your consent";
            case OPERATOR_ACCESS_CONSENTED -> "Tillhouse let in";
            case OPERATOR_ACCESS_REFUSED -> "Tillhouse not let in";
            case OPERATOR_ACCESS_ENDED -> "Access of Tillhouse ended";
            case OPERATOR_LOOKED -> "Tillhouse opened a page";
            case OPERATOR_POLICY_CHANGED -> "Rule for access of Tillhouse changed";
            case TENANT_SUSPENDED -> "Business suspended";
            case TENANT_RESUMED -> "Business resumed";
            case APPROVAL_POLICY_CHANGED -> "Four eyes turned on or off";
            case PROPOSAL_MADE -> "Proposed";
            case PROPOSAL_APPROVED -> "Proposal approved and done";
            case PROPOSAL_REFUSED -> "Proposal refused";
            case PROPOSAL_WITHDRAWN -> "Proposal taken back";
            case PROPOSAL_STALE -> "Proposal out of date";
        };
    }

    /** What was done, as a title. An action that we do not know stands for itself. */
    static String what(AuditEntry entry) {
        return Objects.requireNonNullElse(all().get(entry.action()), entry.action());
    }

    /** What it was done to, by the name that people know it by; empty when that goes without saying. */
    static String upon(AuditEntry entry) {
        Map<String, String> details = JsonText.members(entry.details());
        for (String name : new String[] {"email", "url", "name", "client_id", "page"}) {
            String known = details.get(name);
            if (known != null) {
                return known;
            }
        }
        boolean self = entry.objectId().equals(entry.tenant().toString())
                || entry.objectId().equals(entry.actor().id());
        return self ? "" : entry.objectId();
    }

    static String who(AuditActor actor) {
        String name = actor.name() == null ? Objects.requireNonNullElse(actor.id(), "") : actor.name();
        return switch (actor.kind()) {
            case "member" -> name;
            case "operator" -> "Tillhouse, " + name;
            case "api_client" -> "API client " + name;
            case "notification" -> "Antom";
            default -> "Tillhouse";
        };
    }

    /** {@code surplus_before} is {@code Surplus, before}. */
    static String detail(String name) {
        if (name.equals("url")) {
            return "URL";
        }
        String words = name.replaceFirst("_(before|after)$", ", $1").replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
