package com.tillhouse.sandbox.payment;

/** A refundRequestId or captureRequestId belongs to its client; two clients may use the same. */
public record FollowUpKey(String clientId, FollowUpKind kind, String requestId) {}
