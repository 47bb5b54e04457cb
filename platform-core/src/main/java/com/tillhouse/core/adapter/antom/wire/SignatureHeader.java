package com.tillhouse.core.adapter.antom.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code signature} header, read by name and not by position as the SDK does it: {@code algorithm=RSA256, keyVersion=1, signature=…}
 * (Antom: digital signature).
 *
 * @param signature base64, form-URL-encoded
 */
record SignatureHeader(String signature) {
    private static final String ALGORITHM = "RSA256";

    /** The parts of the header; empty when one is missing or twice there, or the algorithm is another. */
    static Optional<SignatureHeader> parse(String header) {
        Map<String, String> parts = new HashMap<>();
        for (String part : header.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (parts.put(name, part.substring(equals + 1).strip()) != null) {
                return Optional.empty();
            }
        }
        String signature = parts.getOrDefault("signature", "");
        boolean usable = !signature.isEmpty() && ALGORITHM.equals(parts.get("algorithm"));
        return usable ? Optional.of(new SignatureHeader(signature)) : Optional.empty();
    }
}
