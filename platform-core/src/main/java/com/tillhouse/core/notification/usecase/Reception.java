package com.tillhouse.core.notification.usecase;

/** How a notification is to be answered. That the database can't be reached is an exception, and to be answered so that Antom sends again. */
public sealed interface Reception {

    /** Kept; Antom gets its fixed acknowledgement. */
    record Acknowledged(String clientId) implements Reception {}

    /** Nobody lives there. */
    record UnknownRoute() implements Reception {}

    /**
     * Not Antom's, or not for this account. No acknowledgement, and no word why.
     *
     * @param reason for our log only
     */
    record Refused(String accountId, String reason) implements Reception {}

    /** Longer than anything Antom sends. */
    record TooLarge() implements Reception {}
}
