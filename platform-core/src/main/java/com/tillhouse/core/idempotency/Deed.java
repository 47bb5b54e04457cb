package com.tillhouse.core.idempotency;

/** What is done under a key. It may be done again after a crash, so it must be one whose repetition has no second effect. */
public interface Deed {
    /** Does it for the first time. */
    Result first();

    /** Drives it on after somebody began and was not heard of since. */
    default Result again() {
        return first();
    }

    /**
     * What came of it.
     *
     * @param definite whether the answer is kept for ever; else the same key drives the deed on
     */
    record Result(Reply reply, boolean definite) {}
}
