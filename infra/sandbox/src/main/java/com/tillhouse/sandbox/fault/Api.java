package com.tillhouse.sandbox.fault;

import java.util.Arrays;
import java.util.Optional;

/** The calls that faults can be put on, by Antom's names. */
public enum Api {
    CREATE_PAYMENT_SESSION("createPaymentSession", false),
    INQUIRY_PAYMENT("inquiryPayment", false),
    NOTIFY_PAYMENT("notifyPayment", true);

    private final String wireName;
    private final boolean notification;

    Api(String wireName, boolean notification) {
        this.wireName = wireName;
        this.notification = notification;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether merchants call it; else Antom calls the merchant. */
    public boolean isCalled() {
        return !notification;
    }

    boolean isNotification() {
        return notification;
    }

    public static Optional<Api> named(String wireName) {
        return Arrays.stream(values())
                .filter(api -> api.wireName.equals(wireName))
                .findFirst();
    }
}
