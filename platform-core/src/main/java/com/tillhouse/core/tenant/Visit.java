package com.tillhouse.core.tenant;

import java.time.Instant;

/**
 * That somebody is in a tenant as an operator, who is no member of it.
 *
 * @param access the id of the access that lets it in
 * @param acts true when it may change settings, false when it only looks
 * @param until when it ends by itself
 * @param reason why, in the operator's words
 */
public record Visit(String access, boolean acts, Instant until, String reason) {}
