package com.tillhouse.api.limit;

import io.github.bucket4j.TimeMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** What one tenant may have of this process in one mode. */
final class TenantShare {
    private final Quota requests;
    private final Quota writes;
    private final Semaphore atOnce;

    TenantShare(String tenant, LimitSettings settings, TimeMeter clock) {
        this.requests = new Quota("requests", settings.requests(tenant), settings, clock);
        this.writes = new Quota("writes", settings.writes(tenant), settings, clock);
        this.atOnce = new Semaphore(settings.atOnce(tenant));
    }

    /** Takes from every quota that the request is counted in, or from none. */
    Admission take(Quota client, boolean write) {
        List<Quota> counted = write ? List.of(writes, client, requests) : List.of(client, requests);
        List<Standing> standings = new ArrayList<>();
        for (Quota quota : counted) {
            Standing standing = quota.take();
            standings.add(standing);
            if (!standing.granted()) {
                counted.subList(0, standings.size() - 1).forEach(Quota::giveBack);
                break;
            }
        }
        return Admission.by(standings);
    }

    /** How the quotas of every request stand. */
    Admission look(Quota client) {
        return Admission.by(List.of(client.look(), requests.look()));
    }

    boolean enter() {
        return atOnce.tryAcquire();
    }

    void leave() {
        atOnce.release();
    }
}
