package com.tillhouse.core.notification.port;

import com.tillhouse.core.notification.domain.Notice;
import java.util.Optional;

/** Reads the body of a genuine notification. */
public interface NotificationMapper {

    /** What it says; empty when it is no message of Antom's at all. Never throws for what the body holds. */
    Optional<Notice> read(byte[] body);
}
