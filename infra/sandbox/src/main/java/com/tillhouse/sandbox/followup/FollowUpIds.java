package com.tillhouse.sandbox.followup;

import com.tillhouse.sandbox.payment.FollowUp;
import com.tillhouse.sandbox.payment.FollowUpKind;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** Makes ids in the shape of Antom's: the day, fixed digits that tell the kind, and fifteen random ones. */
public final class FollowUpIds {

    private final SecureRandom random = new SecureRandom();

    String next(FollowUpKind kind, Instant now) {
        String day = ProtocolTime.businessDay(now).format(DateTimeFormatter.BASIC_ISO_DATE);
        return day + (kind == FollowUpKind.REFUND ? "194010800200" : "194010800300") + digits();
    }

    /** An id that no merchant has given. */
    String foreignRequestId() {
        return "DASHBOARD" + digits();
    }

    /** The acquirer's number of a capture; it follows from the capture's own. */
    public static String acquirerReference(FollowUp capture) {
        return new StringBuilder(Objects.requireNonNull(capture.id())).reverse().toString();
    }

    private String digits() {
        return String.format("%015d", random.nextLong(1_000_000_000_000_000L));
    }
}
