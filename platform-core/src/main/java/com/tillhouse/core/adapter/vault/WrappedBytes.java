package com.tillhouse.core.adapter.vault;

import java.security.GeneralSecurityException;
import java.util.Base64;

/** Base64 as key servers write it. */
final class WrappedBytes {
    private WrappedBytes() {}

    static byte[] decoded(String base64) throws GeneralSecurityException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // the message of this exception may quote the text
            throw new GeneralSecurityException("the key server's answer is not base64");
        }
    }
}
