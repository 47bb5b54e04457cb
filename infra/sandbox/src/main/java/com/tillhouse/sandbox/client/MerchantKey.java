package com.tillhouse.sandbox.client;

/** One public key that a merchant has registered. */
public record MerchantKey(int version, String publicKey) {}
