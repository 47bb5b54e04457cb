package com.tillhouse.core.adapter.vault;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a call of KMS by AWS's Signature Version 4 (AWS: create a signed AWS API request). */
final class AwsSignature {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SERVICE = "kms";
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private AwsSignature() {}

    /** All headers to send, but Host, which the client sends by itself. */
    static Map<String, String> headers(
            URI target, String action, String body, String region, AwsLogin.Given login, Instant now)
            throws GeneralSecurityException {
        String time = TIME.format(now);
        TreeMap<String, String> signed = new TreeMap<>();
        signed.put("content-type", "application/x-amz-json-1.1");
        signed.put("host", target.getPort() < 0 ? target.getHost() : target.getHost() + ":" + target.getPort());
        signed.put("x-amz-date", time);
        signed.put("x-amz-target", action);
        if (login.token() != null) {
            signed.put("x-amz-security-token", login.token());
        }
        String names = String.join(";", signed.keySet());
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        String canonical = "POST\n" + path + "\n\n"
                + signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + hash(body);
        String scope = time.substring(0, 8) + "/" + region + "/" + SERVICE + "/aws4_request";
        String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n" + hash(canonical);
        String signature = HexFormat.of().formatHex(hmac(key(login.secret(), scope), toSign));
        TreeMap<String, String> sent = new TreeMap<>(signed);
        sent.remove("host");
        sent.put(
                "Authorization",
                ALGORITHM + " Credential=" + login.keyId() + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                        + signature);
        return sent;
    }

    static byte[] key(String secret, String scope) throws GeneralSecurityException {
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String text) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
