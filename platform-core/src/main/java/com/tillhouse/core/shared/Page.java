package com.tillhouse.core.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slice of a list, newest first.
 *
 * @param next where the next slice begins; null at the end
 */
public record Page<T>(List<T> items, @Nullable Position next) {}
