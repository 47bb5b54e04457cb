package com.tillhouse.core.shared;

/** Whether an object moves real money. Every object carries it; outside it is called {@code livemode}. */
public enum Mode {
    TEST,
    LIVE;

    /** True when real money moves. */
    public boolean live() {
        return this == LIVE;
    }
}
