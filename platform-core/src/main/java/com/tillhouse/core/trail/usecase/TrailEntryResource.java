package com.tillhouse.core.trail.usecase;

import com.tillhouse.core.trail.domain.line.TrailDetail;
import com.tillhouse.core.trail.domain.line.TrailLine;
import java.time.Instant;

/**
 * One line of a trail in its public shape.
 *
 * @param about the session, payment or refund that it is about
 */
public record TrailEntryResource(Instant at, String kind, String about, TrailDetail details) {

    static TrailEntryResource of(TrailLine line) {
        return new TrailEntryResource(line.at(), line.kind().word(), line.about(), line.detail());
    }
}
