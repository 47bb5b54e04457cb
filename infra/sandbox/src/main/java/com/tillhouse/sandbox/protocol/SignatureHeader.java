package com.tillhouse.sandbox.protocol;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code signature} header, {@code algorithm=RSA256,keyVersion=1,signature=<urlencoded base64>}. Reading is lenient
 * about spaces and order; writing keeps the one order that Antom's SDK can read.
 */
public record SignatureHeader(@Nullable Integer keyVersion, String signature) {

    private static final String ALGORITHM = "RSA256";

    /** @throws IllegalArgumentException with a sentence that says what is wrong with the header */
    public static SignatureHeader parse(String header) {
        Map<String, String> parts = parts(header);
        String algorithm = parts.get("algorithm");
        if (algorithm != null && !algorithm.equalsIgnoreCase(ALGORITHM)) {
            throw new IllegalArgumentException("signature header: algorithm must be RSA256, got " + algorithm);
        }
        String signature = parts.get("signature");
        if (signature == null || signature.isEmpty()) {
            throw new IllegalArgumentException("signature header: the part signature=... is missing");
        }
        return new SignatureHeader(keyVersion(parts.get("keyversion")), decoded(signature));
    }

    /** The header's text, in the order algorithm, keyVersion, signature. */
    public String format() {
        return "algorithm=" + ALGORITHM + ",keyVersion=" + (keyVersion == null ? 1 : keyVersion) + ",signature="
                + URLEncoder.encode(signature, StandardCharsets.UTF_8);
    }

    private static Map<String, String> parts(String header) {
        Map<String, String> parts = new HashMap<>();
        for (String part : header.split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        part.substring(equals + 1).strip());
            }
        }
        return parts;
    }

    private static @Nullable Integer keyVersion(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("signature header: keyVersion must be a number, got " + text);
        }
        return Integer.valueOf(text);
    }

    private static String decoded(String signature) {
        try {
            return URLDecoder.decode(signature, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("signature header: the value is not URL-encoded", malformed);
        }
    }
}
