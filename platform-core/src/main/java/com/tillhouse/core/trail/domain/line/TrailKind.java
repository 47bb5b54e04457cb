package com.tillhouse.core.trail.domain.line;

import java.util.Arrays;
import java.util.Locale;

/** What a line can be. Lines of one moment are told in this order. */
public enum TrailKind {
    API_CALL(TrailApiCall.class),
    CREATION(TrailCreation.class),
    DECISION(TrailDecision.class),
    GATEWAY_CALL(TrailGatewayCall.class),
    NOTIFICATION(TrailNotification.class),
    MOVE(TrailMove.class),
    EVENT(TrailEvent.class),
    DELIVERY(TrailDelivery.class),
    API_REFUSAL(TrailApiRefusal.class);

    private final Class<? extends TrailDetail> detail;

    TrailKind(Class<? extends TrailDetail> detail) {
        this.detail = detail;
    }

    /** The record that tells it. */
    public Class<? extends TrailDetail> detail() {
        return detail;
    }

    /** As the API writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this word. */
    public static TrailKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
