package com.tillhouse.sandbox.protocol;

/** The {@code result} object of every message; the message is cut at Antom's 256 characters. */
public record GatewayResult(String resultCode, String resultStatus, String resultMessage) {

    private static final int LONGEST_MESSAGE = 256;

    public GatewayResult {
        if (resultMessage.length() > LONGEST_MESSAGE) {
            resultMessage = resultMessage.substring(0, LONGEST_MESSAGE);
        }
    }

    public static GatewayResult of(ResultCode code) {
        return of(code, code.message());
    }

    public static GatewayResult of(ResultCode code, String message) {
        return new GatewayResult(code.name(), code.status().name(), message);
    }
}
