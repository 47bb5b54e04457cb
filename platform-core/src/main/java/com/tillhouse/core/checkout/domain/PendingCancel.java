package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.gateway.Cause;
import java.time.Instant;

/**
 * A cancel that was asked for and whose answer is not clear yet; it is repeated with the same parameters. While it stands no refund can be
 * reserved.
 *
 * @param tries calls to Antom so far
 */
public record PendingCancel(Instant requestedAt, Cause cause, int tries) {

    PendingCancel triedAgain() {
        return new PendingCancel(requestedAt, cause, tries + 1);
    }
}
