package com.tillhouse.canary.timecomesfromaclock.api;

import java.util.Date;

interface WrongDate {
    @SuppressWarnings("JavaUtilDate")
    static Date now() {
        return new Date();
    }
}
