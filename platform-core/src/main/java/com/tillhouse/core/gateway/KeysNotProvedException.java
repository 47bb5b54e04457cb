package com.tillhouse.core.gateway;

import com.tillhouse.core.shared.PlatformException;

/** A live signed call with new keys did not end with an answer that verifies. */
public final class KeysNotProvedException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public KeysNotProvedException() {
        super(
                "keys_not_proved",
                "Antom did not answer a signed test call with these keys. Check client id, host, and both public keys in Antom's dashboard.");
    }
}
