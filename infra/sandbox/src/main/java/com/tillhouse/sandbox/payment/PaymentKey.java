package com.tillhouse.sandbox.payment;

/** A payment request id belongs to its client; two clients may use the same. */
public record PaymentKey(String clientId, String paymentRequestId) {}
