package com.tillhouse.sandbox.protocol;

/** The gateway answers a call with a result that is not a success. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GatewayResult result;

    public RefusedException(ResultCode code, String message) {
        super(code + ": " + message);
        this.result = GatewayResult.of(code, message);
    }

    public GatewayResult result() {
        return result;
    }
}
