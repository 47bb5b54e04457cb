package com.tillhouse.core.trail.usecase;

import java.util.List;

/**
 * What happened to a payment, in its public shape.
 *
 * @param truncated true when there is more than is shown; the oldest is left out
 * @param entries oldest first
 */
public record TrailResource(String object, String payment, boolean truncated, List<TrailEntryResource> entries) {}
