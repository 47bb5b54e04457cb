package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.idempotency.Reply;

/** How a door puts a refund into words; kept with the idempotency key, so it must not depend on the moment. */
public interface RefundReplyMapper {

    /** The refund was taken; its status says how far it got. */
    Reply taken(RefundResource refund);
}
