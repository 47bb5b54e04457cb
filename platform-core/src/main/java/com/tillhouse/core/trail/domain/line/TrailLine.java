package com.tillhouse.core.trail.domain.line;

import java.time.Instant;

/**
 * One line of the trail.
 *
 * @param about the session, payment or refund that it is about
 */
public record TrailLine(Instant at, TrailKind kind, String about, TrailDetail detail) {}
