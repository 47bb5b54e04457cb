package com.tillhouse.sandbox.server;

/** Something else listens on the port. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTakenException(int port, Throwable cause) {
        super(
                "Port " + port + " is taken. Stop what listens there, or give the sandbox another port (0 for any).",
                cause);
    }
}
