package com.tillhouse.core.adapter.vault;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A symmetric key in AWS KMS (AWS: KMS API, Encrypt and Decrypt; Signature Version 4). The associated data goes along as encryption context, where the
 * operator's audit log shows whose keyset it was. Written as {@code aws-kms:<key ARN>}.
 */
final class AwsKmsKey implements WrappingKey {
    static final String SCHEME = "aws-kms:";
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:kms:([a-z0-9-]+):[0-9]{12}:(key|alias)/.+");

    private final KeyServerTransport transport;
    private final AwsLogin login;
    private final InstantSource clock;
    private final String id;
    private final String arn;
    private final String region;
    private final URI endpoint;

    /** @param endpoint another address than AWS's public one, such as a VPC endpoint; null for the public one */
    AwsKmsKey(KeyServerTransport transport, String id, AwsLogin login, @Nullable String endpoint, InstantSource clock) {
        this.transport = transport;
        this.login = login;
        this.clock = clock;
        this.id = id;
        this.arn = id.substring(SCHEME.length());
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw new IllegalStateException("write " + SCHEME + "arn:aws:kms:<region>:<account>:key/<id>, not " + id);
        }
        this.region = parts.group(1);
        this.endpoint =
                KeyServerTransport.checked(endpoint != null ? endpoint : "https://kms." + region + ".amazonaws.com/");
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean remote() {
        return true;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] context) throws GeneralSecurityException {
        return call("Encrypt", "Plaintext", plaintext, context, "CiphertextBlob");
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] context) throws GeneralSecurityException {
        return call("Decrypt", "CiphertextBlob", ciphertext, context, "Plaintext");
    }

    private byte[] call(String action, String field, byte[] bytes, byte[] context, String wanted)
            throws GeneralSecurityException {
        String body = transport.write(Map.of(
                "KeyId",
                arn,
                field,
                Base64.getEncoder().encodeToString(bytes),
                "EncryptionContext",
                Map.of("tillhouse", new String(context, StandardCharsets.UTF_8))));
        Map<String, String> headers = AwsSignature.headers(
                endpoint, "TrentService." + action, body, region, login.current(), clock.instant());
        JsonNode answer = transport.post(endpoint, headers, body);
        return WrappedBytes.decoded(KeyServerTransport.text(answer, wanted));
    }
}
