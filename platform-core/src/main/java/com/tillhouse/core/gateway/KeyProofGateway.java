package com.tillhouse.core.gateway;

/** Proves a key pair by one harmless signed call. Remote: never call it inside a unit of work. */
public interface KeyProofGateway {

    /**
     * Asks Antom for an order that can't exist, signed with the account's signing key. Confirmed when Antom's signed answer verifies with the
     * account's Antom key, whatever it says of the order; Declined or Undetermined as for any call.
     */
    Outcome<ProviderResult> prove(GatewayAccount account);
}
