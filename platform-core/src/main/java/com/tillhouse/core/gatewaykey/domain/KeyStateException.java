package com.tillhouse.core.gatewaykey.domain;

import com.tillhouse.core.shared.PlatformException;

/** The account or its key version is not in the state that the act needs, or somebody else was quicker. */
public final class KeyStateException extends PlatformException {
    private static final long serialVersionUID = 1L;

    private KeyStateException(String code, String detail) {
        super(code, detail);
    }

    public static KeyStateException noAccount() {
        return new KeyStateException(
                "no_gateway_account", "Enter the client id and the host from Antom's dashboard first.");
    }

    public static KeyStateException inUse() {
        return new KeyStateException(
                "gateway_account_in_use",
                "Client id and host can't change any more: payments were made with them. Register another business for another Antom account.");
    }

    public static KeyStateException pending() {
        return new KeyStateException(
                "key_pending", "There is a key that waits for its test already. Test it or discard it first.");
    }

    public static KeyStateException nothingPending() {
        return new KeyStateException("no_key_pending", "No key of this version waits for its test. Reload the page.");
    }

    public static KeyStateException noAntomKey() {
        return new KeyStateException("antom_key_missing", "Paste Antom's public key first.");
    }

    public static KeyStateException nothingActive() {
        return new KeyStateException("no_key_active", "There is no active key yet whose Antom key could be replaced.");
    }

    public static KeyStateException changedMeanwhile() {
        return new KeyStateException(
                "key_changed", "Somebody else changed these keys in the meantime. Reload the page and look again.");
    }

    public static KeyStateException notRetirable() {
        return new KeyStateException(
                "key_not_retirable",
                "Only a key that waits for its test, or one that overlaps with its successor, can be ended. To end the active key, activate another.");
    }
}
