package com.tillhouse.core.trail.domain;

import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that only the trail keeps. Codes and ids: no payload, no secret, nothing of the buyer. Its id makes writing it twice harmless.
 *
 * @param objectId the session, payment or refund that it is about
 * @param actor null when nobody said who acts
 * @param operation the API operation, or Antom's API
 * @param madeId what an API call makes of the object, such as a refund
 * @param amount what an API call asks for
 * @param reason the code of a refusal
 * @param call how a call to Antom went
 */
public record TrailNote(
        TenantId tenant,
        String id,
        String objectId,
        Kind kind,
        Instant at,
        @Nullable Actor actor,
        String operation,
        @Nullable String madeId,
        @Nullable Money amount,
        @Nullable String reason,
        @Nullable GatewayCall call) {

    /** What is noted. */
    public enum Kind {
        API_CALL,
        API_REFUSAL,
        GATEWAY_CALL
    }

    /** A client or a person asked for something. */
    static TrailNote apiCall(TenantId tenant, String objectId, Actor actor, Instant at, String operation) {
        return new TrailNote(tenant, newId(), objectId, Kind.API_CALL, at, actor, operation, null, null, null, null);
    }

    /** Antom was called about one of the tenant's objects, by whoever acts now. */
    public static TrailNote gatewayCall(TenantId tenant, String objectId, GatewayCall call) {
        Actor actor = Act.current().map(Act::actor).orElse(null);
        return new TrailNote(
                tenant, newId(), objectId, Kind.GATEWAY_CALL, call.at(), actor, call.api(), null, null, null, call);
    }

    /** The same API call, with what it makes of the object. */
    TrailNote making(@Nullable String made, @Nullable Money asked) {
        return new TrailNote(tenant, id, objectId, kind, at, actor, operation, made, asked, reason, call);
    }

    /** The same API call, which was undone. */
    TrailNote makingNothing() {
        return making(null, amount);
    }

    /** The answer to this API call was a problem. */
    TrailNote refused(Instant when, String code) {
        return new TrailNote(
                tenant, newId(), objectId, Kind.API_REFUSAL, when, actor, operation, null, amount, code, null);
    }

    private static String newId() {
        return RandomId.withPrefix("trl_");
    }
}
