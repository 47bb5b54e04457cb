package com.tillhouse.canary.timecomesfromaclock.core.checkout.domain;

import java.time.Instant;

interface WrongInstant {
    static Instant now() {
        return Instant.now();
    }
}
