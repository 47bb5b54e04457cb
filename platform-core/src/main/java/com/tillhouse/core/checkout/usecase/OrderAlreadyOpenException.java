package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.shared.PlatformException;
import java.util.List;

/** The order has an open session already, and its merchant allows only one at a time. */
public final class OrderAlreadyOpenException extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> sessions;

    public OrderAlreadyOpenException(List<String> sessions) {
        super(
                "order_already_open",
                "This order reference has an open checkout session already. Use it, or expire it before you open another.");
        this.sessions = List.copyOf(sessions);
    }

    /** Ids of the open sessions, oldest first. */
    public List<String> sessions() {
        return sessions;
    }
}
