package com.tillhouse.canary.timecomesfromaclock.local;

interface WrongMillis {
    static long now() {
        return System.currentTimeMillis();
    }
}
