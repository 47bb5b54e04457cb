package com.tillhouse.canary.timecomesfromaclock.webhooks;

import java.time.Instant;
import java.util.function.Supplier;

interface WrongReference {
    Supplier<Instant> NOW = Instant::now;
}
