package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.idempotency.Reply;

/** How a door puts the end of {@link OpenCheckoutSession} into words; kept with the idempotency key, so it must not depend on the moment. */
public interface SessionReplyMapper {

    /** The session is open and a buyer can pay it. */
    Reply opened(CheckoutSessionResource session);

    /** Antom refused to open the page. */
    Reply declined(CheckoutSessionResource session, ProviderResult result);
}
