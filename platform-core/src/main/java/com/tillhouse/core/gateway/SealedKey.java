package com.tillhouse.core.gateway;

import java.util.Arrays;

/** An encrypted private key, or an encrypted token. Prints nothing, compares by content. */
public record SealedKey(byte[] bytes) {

    /** The place the vault binds the ciphertext to, so that a row copied elsewhere does not open. */
    public static String place(String gatewayAccountId, int version) {
        return "gateway_key/" + gatewayAccountId + "/" + version;
    }

    /** The place of an account's agent token. */
    public static String placeOfAgentToken(String gatewayAccountId) {
        return "gateway_account/" + gatewayAccountId + "/agent_token";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
