package com.tillhouse.core.mail.domain;

import java.net.URI;

/** Where people reach the admin app: what the links in mails begin with. */
public record AdminAddress(URI base) {
    public AdminAddress {
        boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        if (!web || base.getHost() == null || base.getRawQuery() != null) {
            throw new IllegalArgumentException("the admin app has an address such as https://admin.example");
        }
    }

    /** Where an invitation is accepted. */
    public URI join(MailToken token) {
        return at("join?token=" + token.value());
    }

    /** Where a new password is chosen. */
    public URI resetPassword(MailToken token) {
        return at("reset-password?token=" + token.value());
    }

    /** Where somebody asks for a new password. */
    public URI forgotPassword() {
        return at("forgot-password");
    }

    /** The page of a business's team. */
    public URI team(String slug) {
        return at("t/" + slug + "/team");
    }

    /** The page of a business about operators who look in. */
    public URI operators(String slug) {
        return at("t/" + slug + "/operators");
    }

    /** Where somebody starts. */
    public URI home() {
        return at("");
    }

    private URI at(String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + "/" + path);
    }
}
