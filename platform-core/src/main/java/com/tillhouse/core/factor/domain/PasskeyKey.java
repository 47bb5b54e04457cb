package com.tillhouse.core.factor.domain;

/**
 * The public side of a passkey, as WebAuthn has it.
 *
 * @param id the credential id in base64url
 * @param attested the attested credential data in base64url: authenticator model, credential id, public key
 * @param signCount how often it signed, as it counts itself; 0 for those that do not count
 * @param backupEligible true when it may be on several devices of the person
 * @param backedUp true when it is
 * @param transports how the device is reached, as the browser put it, separated by commas
 */
public record PasskeyKey(
        String id, String attested, long signCount, boolean backupEligible, boolean backedUp, String transports) {}
