package com.tillhouse.core.capture.usecase;

import com.tillhouse.core.idempotency.Reply;

/** How a door puts a capture into words; kept with the idempotency key, so it must not depend on the moment. */
public interface CaptureReplyMapper {

    /** The capture was taken; its status says how far it got. */
    Reply taken(CaptureResource capture);
}
