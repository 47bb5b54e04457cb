package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.gateway.Cause;
import java.time.Instant;

/** One step in the life of a session, for its history. */
public record SessionMove(long number, SessionStatus from, SessionStatus to, Cause cause, Instant at) {}
