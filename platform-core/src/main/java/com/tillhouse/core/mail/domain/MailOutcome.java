package com.tillhouse.core.mail.domain;

import java.time.Instant;

/** What becomes of a mail after an attempt. */
public sealed interface MailOutcome {

    /** It is sent. */
    record Sent(Instant at) implements MailOutcome {}

    /** It is tried again. */
    record Again(Instant next, String reason) implements MailOutcome {}

    /** It is given up. */
    record GivenUp(Instant at, String reason) implements MailOutcome {}
}
