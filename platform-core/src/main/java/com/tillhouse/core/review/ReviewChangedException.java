package com.tillhouse.core.review;

import com.tillhouse.core.shared.PlatformException;

/** A decision came too late: what it was made for has changed, or somebody else decided first. */
public final class ReviewChangedException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public ReviewChangedException() {
        super(
                "review_changed",
                "Somebody else decided first, or Antom brought news meanwhile. Nothing was changed; look at it again.");
    }
}
