package com.tillhouse.core.notification.port;

import com.tillhouse.core.notification.domain.InboxEntry;
import com.tillhouse.core.notification.domain.InboxVerdict;
import com.tillhouse.core.shared.TenantId;

/** What Antom told a tenant, kept for good. Inside the tenant's unit of work. */
public interface NotificationInbox {

    /**
     * Keeps the entry. False when a copy of it is there already, which is then counted; waits for a copy that is being taken in at the same moment.
     */
    boolean admit(TenantId tenant, InboxEntry entry, InboxVerdict verdict);

    /** Says what became of an admitted entry. */
    void conclude(TenantId tenant, String entryId, InboxVerdict verdict);
}
