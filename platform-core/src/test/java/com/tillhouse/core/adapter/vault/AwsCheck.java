package com.tillhouse.core.adapter.vault;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a request as AWS does: from what came over the wire, apart from the code that signed it. */
final class AwsCheck {
    private static final Pattern AUTHORIZATION =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=[^/]+/(.+), SignedHeaders=(.+), Signature=(.+)");

    private AwsCheck() {}

    static boolean genuine(HttpExchange exchange, String body, String secret) throws GeneralSecurityException {
        Matcher parts = AUTHORIZATION.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!parts.matches()
                || !parts.group(2).contains("host")
                || !parts.group(2).contains("x-amz-date")) {
            return false;
        }
        String headers = Arrays.stream(parts.group(2).split(";"))
                .map(name -> name + ":" + exchange.getRequestHeaders().getFirst(name) + "\n")
                .collect(Collectors.joining());
        String canonical = "POST\n" + exchange.getRequestURI().getPath() + "\n\n" + headers + "\n" + parts.group(2)
                + "\n" + sha256(body);
        String toSign = "AWS4-HMAC-SHA256\n" + exchange.getRequestHeaders().getFirst("X-Amz-Date") + "\n"
                + parts.group(1) + "\n" + sha256(canonical);
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : parts.group(1).split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign)).equals(parts.group(3));
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
