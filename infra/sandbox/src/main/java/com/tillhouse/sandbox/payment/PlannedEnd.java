package com.tillhouse.sandbox.payment;

import java.time.Instant;

/** How and when, by the sandbox's clock, something undecided comes to its end by itself. */
public record PlannedEnd(Instant due, boolean success) {}
