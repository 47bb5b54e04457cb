package com.tillhouse.api.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slice of a list, newest first.
 *
 * @param hasMore true when there is another slice
 * @param nextCursor hand it back as {@code cursor} for the next slice; null at the end
 */
public record ListReply<T>(
        List<T> data, boolean hasMore, @Nullable String nextCursor) {}
