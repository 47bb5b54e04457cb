package com.tillhouse.core.gateway;

import com.tillhouse.core.shared.RandomId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The unguessable last segment of the path that Antom posts one account's notifications to. */
public record NotifyRoute(String token) {
    /** Everything before the token. */
    public static final String PREFIX = "/antom/notify/";

    /** A fresh route. */
    public static NotifyRoute create() {
        return new NotifyRoute(RandomId.withPrefix(""));
    }

    /** The place the vault binds the sealed path to. */
    public static String place(String id) {
        return "notify_route/" + id;
    }

    /** The public path, as Antom is told it and signs it. */
    public String path() {
        return PREFIX + token;
    }

    /** What the directory finds the route by; the token itself can't be had from it. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
