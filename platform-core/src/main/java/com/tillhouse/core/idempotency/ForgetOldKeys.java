package com.tillhouse.core.idempotency;

/** Forgets idempotency keys that are past their thirty days. What their requests made stays for ever, and so do the ids that guard it. */
public final class ForgetOldKeys {
    private static final int AT_ONCE = 5_000;

    private final IdempotencyStore keys;

    public ForgetOldKeys(IdempotencyStore keys) {
        this.keys = keys;
    }

    /** Forgets all of them, in steps that hold no lock for long. Answers how many. */
    public long forget() {
        long forgotten = 0;
        int step;
        do {
            step = keys.sweep(AT_ONCE);
            forgotten += step;
        } while (step == AT_ONCE);
        return forgotten;
    }
}
