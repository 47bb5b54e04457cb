package com.tillhouse.sandbox.client;

/** The answer to a registration. */
public record RegisteredKey(String clientId, String antomPublicKey, int keyVersion) {}
