package com.tillhouse.core.shared;

/** Root of what can go wrong by rule. Carries a stable code for programs and a sentence for people; never a secret. */
public abstract class PlatformException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    protected PlatformException(String code, String detail) {
        super(detail);
        this.code = code;
    }

    /** Stable, snake_case, part of the API. */
    public final String code() {
        return code;
    }

    /** What is wrong, where, and what to do. */
    public final String detail() {
        return String.valueOf(getMessage());
    }
}
