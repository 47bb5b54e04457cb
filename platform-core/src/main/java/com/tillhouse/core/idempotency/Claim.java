package com.tillhouse.core.idempotency;

/** What became of the attempt to be the one who acts on a key. */
public sealed interface Claim {

    /** The key is new; act. */
    record Fresh() implements Claim {}

    /** Somebody acted before and was not heard of since; drive this object on to a definite answer. */
    record Resumed(String resourceId) implements Claim {}

    /** It is done; give this answer again. */
    record Done(Reply reply) implements Claim {}
}
