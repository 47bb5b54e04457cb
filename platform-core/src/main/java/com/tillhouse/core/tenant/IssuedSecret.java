package com.tillhouse.core.tenant;

/** A client's id and a secret in the clear. This is the only time anyone sees the secret; it prints as stars. */
public record IssuedSecret(String clientId, int version, String secret) {

    @Override
    public String toString() {
        return "IssuedSecret[" + clientId + ", " + version + ", ***]";
    }
}
