package com.tillhouse.sandbox.control;

import org.jspecify.annotations.Nullable;

/** A control call that can't be done: what is wrong, where, and what to do about it. */
final class ControlProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ControlProblemException(int status, String code, String detail, @Nullable String pointer, String remedy) {
        super(detail);
        this.problem = new Problem("about:blank", title(status), status, code, detail, pointer, remedy);
    }

    Problem problem() {
        return problem;
    }

    /** The body of the answer, as RFC 9457 has it, with three members of our own. */
    record Problem(
            String type,
            String title,
            int status,
            String code,
            String detail,
            @Nullable String pointer,
            String remedy) {}

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 409 -> "Conflict";
            default -> "Error";
        };
    }
}
