package com.tillhouse.sandbox.fault;

import java.util.Arrays;
import java.util.Optional;

/** What faults can be put on, by Antom's names. */
public enum Api {
    CREATE_PAYMENT_SESSION("createPaymentSession", Direction.CALLED),
    INQUIRY_PAYMENT("inquiryPayment", Direction.CALLED),
    CANCEL("cancel", Direction.CALLED),
    REFUND("refund", Direction.CALLED),
    INQUIRY_REFUND("inquiryRefund", Direction.CALLED),
    CAPTURE("capture", Direction.CALLED),
    NOTIFY_PAYMENT("notifyPayment", Direction.NOTIFICATION),
    NOTIFY_REFUND("notifyRefund", Direction.NOTIFICATION),
    NOTIFY_CAPTURE("notifyCapture", Direction.NOTIFICATION),
    /** The buyer's own act on the hosted page. */
    PAY("pay", Direction.BUYER);

    private final String wireName;
    private final Direction direction;

    Api(String wireName, Direction direction) {
        this.wireName = wireName;
        this.direction = direction;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether merchants call it. */
    public boolean isCalled() {
        return direction == Direction.CALLED;
    }

    public boolean isNotification() {
        return direction == Direction.NOTIFICATION;
    }

    /** Whether a call is told its answer again for its request id, so that a refusal must be remembered. */
    public boolean remembersAnswers() {
        return this == REFUND || this == CAPTURE;
    }

    public static Optional<Api> named(String wireName) {
        return Arrays.stream(values())
                .filter(api -> api.wireName.equals(wireName))
                .findFirst();
    }

    private enum Direction {
        CALLED,
        NOTIFICATION,
        BUYER
    }
}
