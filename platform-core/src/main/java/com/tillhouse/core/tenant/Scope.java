package com.tillhouse.core.tenant;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What an API client may be allowed to do. */
public enum Scope {
    SESSIONS_WRITE("sessions:write", "Open checkout sessions"),
    SESSIONS_READ("sessions:read", "Read checkout sessions"),
    PAYMENTS_WRITE("payments:write", "Synchronise payments with the provider"),
    PAYMENTS_READ("payments:read", "Read payments"),
    REFUNDS_WRITE("refunds:write", "Refund payments"),
    REFUNDS_READ("refunds:read", "Read refunds"),
    WEBHOOKS_MANAGE("webhooks:manage", "Manage webhook endpoints"),
    REPORTS_READ("reports:read", "Read settlements and reconciliation runs"),
    SETTINGS_MANAGE("settings:manage", "Change branding and gateway settings");

    private static final Set<String> WORDS =
            Arrays.stream(values()).map(Scope::word).collect(Collectors.toUnmodifiableSet());

    private final String word;
    private final String meaning;

    Scope(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** As tokens and the API write it: {@code sessions:write}. */
    public String word() {
        return word;
    }

    /** What it allows, in a few words for people. */
    public String meaning() {
        return meaning;
    }

    /** All scopes, as tokens write them. */
    public static Set<String> words() {
        return WORDS;
    }
}
