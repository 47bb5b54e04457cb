package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.idempotency.Reply;
import java.util.List;

/** How a door puts the end of {@link OpenCheckoutSession} into words; kept with the idempotency key, so it must not depend on the moment. */
public interface SessionReplyMapper {

    /** The session is open and a buyer can pay it. */
    Reply opened(CheckoutSessionResource session);

    /**
     * The session was asked for, is open, and a buyer can pay it.
     *
     * @param sameOrder ids of other open sessions for the same order reference, oldest first; its merchant should know of them
     */
    Reply openedFor(CheckoutSessionResource session, List<String> sameOrder);

    /** Antom refused to open the page. */
    Reply declined(CheckoutSessionResource session, ProviderResult result);
}
