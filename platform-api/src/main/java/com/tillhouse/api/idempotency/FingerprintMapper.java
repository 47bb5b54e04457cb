package com.tillhouse.api.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells requests under one key apart by what they mean. */
public final class FingerprintMapper {
    private final JsonMapper canonical;

    public FingerprintMapper(JsonMapper json) {
        this.canonical = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                .build();
    }

    /** SHA-256 of the meaning in one fixed form: order and white space do not count, and neither does an absent field against null. */
    public byte[] of(Object meaning) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical.writeValueAsBytes(meaning));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
