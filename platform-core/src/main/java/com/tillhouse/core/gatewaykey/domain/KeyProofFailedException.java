package com.tillhouse.core.gatewaykey.domain;

import com.tillhouse.core.shared.PlatformException;

/** The live signed call did not prove the keys; they stay as they were. */
public final class KeyProofFailedException extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final KeyProof proof;

    public KeyProofFailedException(KeyProof proof) {
        super("keys_not_proved", proof.detail());
        this.proof = proof;
    }

    public KeyProof proof() {
        return proof;
    }
}
