package com.tillhouse.local.demo;

/** One demo merchant with all that scripts need to act for it; the JSON form is part of what they may rely on. */
public record DemoTenant(
        String id,
        String slug,
        String name,
        String email,
        String password,
        String clientId,
        String clientSecret,
        String webhookSecret,
        String notifyPath,
        String antomClientId) {
    @Override
    public String toString() {
        return slug;
    }
}
