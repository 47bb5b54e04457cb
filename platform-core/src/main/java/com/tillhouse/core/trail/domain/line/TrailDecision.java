package com.tillhouse.core.trail.domain.line;

import org.jspecify.annotations.Nullable;

/** A person decided something, and maybe said why. */
public record TrailDecision(
        TrailActor by, String decision, @Nullable String reason) implements TrailDetail {}
