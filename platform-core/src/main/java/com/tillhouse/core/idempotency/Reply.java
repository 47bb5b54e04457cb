package com.tillhouse.core.idempotency;

import java.util.Arrays;

/** The answer to a request, byte for byte, as it will be given again. */
public record Reply(int status, byte[] body, boolean replayed) {

    /** A first answer. */
    public static Reply first(int status, byte[] body) {
        return new Reply(status, body, false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reply that
                && status == that.status
                && replayed == that.replayed
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * status + Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return "Reply[" + status + ", " + body.length + " bytes, replayed=" + replayed + "]";
    }
}
