package com.tillhouse.local.shop;

/** Tillhouse did not open a session; carries the status and the problem document it answered with. */
final class ApiRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ApiRefusedException(int status, String body) {
        super("Tillhouse answered " + status + ": " + body);
    }
}
