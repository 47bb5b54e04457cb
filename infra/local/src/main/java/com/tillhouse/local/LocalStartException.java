package com.tillhouse.local;

/** The local platform can't start, for a reason that the person in front of it can remove. The message is that sentence. */
public final class LocalStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalStartException(String sentence) {
        super(sentence);
    }

    public LocalStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What is wrong and what to do about it. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
