package com.tillhouse.admin.access;

import com.tillhouse.core.factor.domain.Challenge;
import com.tillhouse.core.factor.domain.PasskeyRefusedException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A challenge that a browser was asked with. The first answer takes it away, right or wrong; nothing is good for a second one. */
public final class AskedChallenge implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String TAKEN = "";

    private final AtomicReference<String> text;
    private final Instant at;

    public AskedChallenge(Instant now) {
        this.text = new AtomicReference<>(Challenge.fresh().text());
        this.at = now;
    }

    /** To ask with. */
    public Challenge challenge() {
        return new Challenge(text.get());
    }

    /**
     * To check an answer with, once.
     *
     * @throws PasskeyRefusedException when there was an answer before, or it took too long
     */
    public Challenge take(Instant now) {
        String left = text.getAndSet(TAKEN);
        if (left.equals(TAKEN) || now.isAfter(at.plus(PATIENCE))) {
            throw new PasskeyRefusedException("the challenge was used before, or is too old");
        }
        return new Challenge(left);
    }
}
