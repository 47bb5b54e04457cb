package com.tillhouse.api.limit;

/**
 * How one quota stands after a request.
 *
 * @param most requests in the window
 * @param window in seconds
 * @param left requests that are left now
 * @param seconds until there is room again; when there is room, until all of it is back
 * @param granted false when nothing was left
 */
record Standing(String name, long most, long window, long left, long seconds, boolean granted) {

    /** An item of {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers). */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(name, most, window);
    }

    /** An item of {@code RateLimit}. */
    String state() {
        return "\"%s\";r=%d;t=%d".formatted(name, left, seconds);
    }
}
