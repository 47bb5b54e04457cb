package com.tillhouse.core.trail.domain.line;

import com.tillhouse.core.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * An API call was answered with a problem.
 *
 * @param code of the problem
 * @param amount what the call had asked for
 */
public record TrailApiRefusal(
        TrailActor by,
        String operation,
        String code,
        @Nullable Money amount) implements TrailDetail {}
