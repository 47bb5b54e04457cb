package com.tillhouse.core.clientkey;

import com.tillhouse.core.shared.TenantId;
import java.time.Instant;

/**
 * A public key of a client.
 *
 * @param kid names the key among the client's; an assertion's header must name it
 * @param jwk RFC 7517 text, written anew from the checked numbers: nothing that was uploaded beside them is kept
 */
public record ClientKey(TenantId tenant, String clientId, String kid, String jwk, Instant createdAt) {}
