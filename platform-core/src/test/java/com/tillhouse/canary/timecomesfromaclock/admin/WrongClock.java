package com.tillhouse.canary.timecomesfromaclock.admin;

import java.time.InstantSource;

interface WrongClock {
    InstantSource CLOCK = InstantSource.system();
}
