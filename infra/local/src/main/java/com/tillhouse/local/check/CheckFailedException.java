package com.tillhouse.local.check;

/** The purchase did not go as it must; the message says where it went wrong. */
public final class CheckFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckFailedException(String sentence) {
        super(sentence);
    }

    static void unless(boolean fine, String sentence) {
        if (!fine) {
            throw new CheckFailedException(sentence);
        }
    }
}
