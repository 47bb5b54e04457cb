package com.tillhouse.canary.timecomesfromaclock.sandbox;

import java.time.LocalDate;
import java.time.ZoneId;

interface WrongDay {
    static LocalDate today(ZoneId zone) {
        return LocalDate.now(zone);
    }
}
