package com.tillhouse.core.adapter.egress;

import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status the HTTP status; 0 when none came
 * @param error what went wrong in a word, or null
 * @param head the beginning of the body
 * @param retryAfter the header of that name, as it came
 */
record EgressAnswer(
        int status,
        @Nullable String error,
        byte[] head,
        @Nullable String retryAfter) {

    static EgressAnswer failed(String error) {
        return new EgressAnswer(0, error, new byte[0], null);
    }
}
