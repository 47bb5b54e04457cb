package com.tillhouse.local;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Passwords of the database's roles, made once and kept in the data folder. */
record LocalSecrets(String superuserPassword, String ownerPassword, String appPassword) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The ones of this data folder. */
    static LocalSecrets of(DataFolder folder) {
        PrivateFile file = new PrivateFile(folder.resolve("secrets.json"));
        return file.read(LocalSecrets.class).orElseGet(() -> {
            LocalSecrets fresh = new LocalSecrets(password(), password(), password());
            file.write(fresh);
            return fresh;
        });
    }

    private static String password() {
        return new BigInteger(160, RANDOM).toString(36);
    }

    @Override
    public String toString() {
        return "***";
    }
}
