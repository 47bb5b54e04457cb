package com.tillhouse.sandbox.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The deterministic vectors, made with Antom's SDK and the JDK. */
class SignatureVectorsTest {

    record Vector(String name, Map<String, String> fields, PublicKey key) {

        String field(String field) {
            return fields.getOrDefault(field, "");
        }

        SignedContent content() {
            return new SignedContent(field("path"), field("client-id"), field("time"), field("body"));
        }

        boolean verifies(SignedContent content) {
            SignatureHeader header =
                    SignatureHeader.parse("algorithm=RSA256,keyVersion=1,signature=" + field("signature"));
            return RsaKeys.verify(content, header.signature(), key);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() throws IOException {
        List<Vector> vectors = new ArrayList<>();
        Map<String, PublicKey> keys = new HashMap<>();
        Map<String, String> fields = new HashMap<>();
        for (String line : lines()) {
            int equals = line.indexOf('=');
            if (line.startsWith("[")) {
                fields = new HashMap<>();
                String signer = line.contains("signer=MERCHANT") ? "MERCHANT" : "GATEWAY";
                vectors.add(new Vector(line, fields, Objects.requireNonNull(keys.get(signer))));
            } else if (line.contains("_PUBLIC_X509_B64=")) {
                keys.put(line.substring(0, line.indexOf('_')), RsaKeys.readPublic(line.substring(equals + 1)));
            } else if (equals > 0) {
                fields.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return vectors.stream().filter(vector -> !vector.field("signature").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void verifiesAndNoticesAnyChange(Vector vector) {
        SignedContent content = vector.content();
        assertThat(vector.verifies(content)).isTrue();
        assertThat(vector.verifies(
                        new SignedContent(content.uri(), content.clientId(), content.time(), content.body() + " ")))
                .isFalse();
        assertThat(vector.verifies(
                        new SignedContent(content.uri() + "?", content.clientId(), content.time(), content.body())))
                .isFalse();
    }

    @Test
    void knowsAllFiveVectors() throws IOException {
        assertThat(vectors()).hasSizeGreaterThanOrEqualTo(5);
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SignatureVectorsTest.class.getResourceAsStream("/antom/signature-vectors.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
