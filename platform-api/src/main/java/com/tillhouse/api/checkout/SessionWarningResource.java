package com.tillhouse.api.checkout;

import java.util.List;

/**
 * Something a merchant should know about a session that was opened all the same.
 *
 * @param code stable, for programs
 * @param sessions the sessions that it is about, oldest first
 */
public record SessionWarningResource(String code, String detail, List<String> sessions) {

    static SessionWarningResource orderAlreadyOpen(List<String> sessions) {
        return new SessionWarningResource(
                "order_already_open",
                "This order reference has another open checkout session, so the order could be paid twice. Expire what you do not need.",
                sessions);
    }
}
