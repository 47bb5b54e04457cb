package com.tillhouse.core.mail.domain;

import java.time.Instant;

/**
 * A mail that one worker holds for a while.
 *
 * @param fence how often it was claimed; nobody else's result counts
 */
public record MailClaim(String id, Mail mail, Instant expiresAt, int fence) {}
