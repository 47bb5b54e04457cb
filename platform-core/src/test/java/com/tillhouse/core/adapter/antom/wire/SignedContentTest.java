package com.tillhouse.core.adapter.antom.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedContentTest {
    private static final int MUTATIONS = 300;

    /** One vector of the published file. */
    record Vector(String name, String key, String path, String clientId, String time, String body, String signature) {
        SignedContent content() {
            return new SignedContent(path, clientId, time, body.getBytes(StandardCharsets.UTF_8));
        }

        String header() {
            return "algorithm=RSA256, keyVersion=1, signature=" + signature;
        }

        boolean verifies(SignedContent content) {
            return content.signedBy(key, header());
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void verifiesWhatTheOwnerOfTheKeySigned(Vector vector) {
        assertThat(vector.verifies(vector.content())).isTrue();
        assertThat(vector.content().signedBy(vector.key(), "signature=" + vector.signature() + ",algorithm=RSA256"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesAnyChange(Vector vector) {
        byte[] body = vector.content().body();
        assertThat(vector.verifies(content(vector, vector.path(), vector.time(), vector.body() + " ")))
                .isFalse();
        assertThat(vector.verifies(content(vector, vector.path() + "/", vector.time(), vector.body())))
                .isFalse();
        assertThat(vector.verifies(content(vector, "/" + vector.path(), vector.time(), vector.body())))
                .isFalse();
        assertThat(vector.verifies(content(vector, vector.path(), vector.time() + "0", vector.body())))
                .isFalse();
        assertThat(vector.verifies(new SignedContent(vector.path(), "OTHER", vector.time(), body)))
                .isFalse();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = body.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(vector.verifies(new SignedContent(vector.path(), vector.clientId(), vector.time(), changed)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "=",
                "signature",
                "signature=",
                "algorithm=RSA256",
                "algorithm=RSA256,keyVersion=1",
                "algorithm=RSA256,keyVersion=1,signature=",
                "algorithm=RSA256,signature=AAAA",
                "algorithm=RSA256,signature=%zz",
                "algorithm=RSA256,signature=!!!!",
                "algorithm=none,signature=%s",
                "signature=%s",
                "algorithm=RSA256,signature=%s,signature=%s",
                "algorithm=RSA256,signature=%s,",
                "algorithm=RSA256;signature=%s"
            })
    void refusesAHeaderThatIsNotWhole(String header) throws IOException {
        Vector vector = vectors().getFirst();
        assertThat(vector.content().signedBy(vector.key(), header.replace("%s", vector.signature())))
                .isFalse();
    }

    @Test
    void refusesASignatureThatWasNotUrlEncoded() throws IOException {
        Vector vector = vectors().getFirst();
        String raw = java.net.URLDecoder.decode(vector.signature(), StandardCharsets.UTF_8);
        assertThat(raw).contains("+");
        assertThat(vector.content().signedBy(vector.key(), "algorithm=RSA256,signature=" + raw))
                .isFalse();
        String twice = java.net.URLEncoder.encode(vector.signature(), StandardCharsets.UTF_8);
        assertThat(vector.content().signedBy(vector.key(), "algorithm=RSA256,signature=" + twice))
                .isFalse();
    }

    @Test
    void refusesWithAKeyThatIsNone() throws IOException {
        Vector vector = vectors().getFirst();
        assertThat(vector.content().signedBy("", vector.header())).isFalse();
        assertThat(vector.content().signedBy("AAAA", vector.header())).isFalse();
    }

    private static SignedContent content(Vector vector, String path, String time, String body) {
        return new SignedContent(path, vector.clientId(), time, body.getBytes(StandardCharsets.UTF_8));
    }

    static List<Vector> vectors() throws IOException {
        try (InputStream file = SignedContentTest.class.getResourceAsStream("/antom/signature-vectors.txt")) {
            String[] sections = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n\n");
            Map<String, String> keys = lines(sections[0]);
            List<Vector> vectors = new ArrayList<>();
            for (int i = 1; i < sections.length; i++) {
                Map<String, String> vector = lines(sections[i]);
                String name = sections[i].lines().findFirst().orElseThrow();
                String owner = name.substring(name.indexOf("signer=") + "signer=".length());
                vectors.add(new Vector(
                        name,
                        keys.get(owner + "_PUBLIC_X509_B64"),
                        vector.get("path"),
                        vector.get("client-id"),
                        vector.get("time"),
                        vector.get("body"),
                        vector.get("signature")));
            }
            assertThat(vectors).hasSize(5);
            return vectors;
        }
    }

    private static Map<String, String> lines(String section) {
        Map<String, String> values = new HashMap<>();
        section.lines().filter(line -> line.contains("=")).forEach(line -> {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return values;
    }
}
