package com.tillhouse.core.shared;

/** Where events are put down, in the transaction of the move that they tell of. */
public interface EventStore {

    /**
     * Keeps the event and one pending delivery for each endpoint of the tenant and mode that subscribed to its type, plus one for its
     * own listener. Joins the running transaction; if that rolls back, nothing happened.
     */
    void append(TenantId tenant, DomainEvent event);
}
