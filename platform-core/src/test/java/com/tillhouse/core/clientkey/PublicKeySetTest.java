package com.tillhouse.core.clientkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tillhouse.core.adapter.json.JacksonKeySetMapper;
import com.tillhouse.core.config.TillhouseJson;
import com.tillhouse.core.shared.InvalidRequestException;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bad form has its own name. */
class PublicKeySetTest {
    private static final String RSA = rsa(2048);
    private static final String EC = ec();
    private final JacksonKeySetMapper mapper = new JacksonKeySetMapper(TillhouseJson.mapper());

    private static String rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            RSAPublicKey key = (RSAPublicKey) generator.generateKeyPair().getPublic();
            return "\"kty\":\"RSA\",\"n\":\"" + text(key.getModulus(), bits / 8) + "\",\"e\":\"AQAB\"";
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            ECPublicKey key = (ECPublicKey) generator.generateKeyPair().getPublic();
            return "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + text(key.getW().getAffineX(), 32) + "\",\"y\":\""
                    + text(key.getW().getAffineY(), 32) + "\"";
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] exact = new byte[length];
        int taken = Math.min(bytes.length, length);
        System.arraycopy(
                Arrays.copyOfRange(bytes, bytes.length - taken, bytes.length), 0, exact, length - taken, taken);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(exact);
    }

    private static String set(String... keys) {
        return "{\"keys\":["
                + String.join(
                        ",", Arrays.stream(keys).map(key -> "{" + key + "}").toList()) + "]}";
    }

    private List<PublicKeySet.Checked> check(String text) {
        return PublicKeySet.check(mapper.read(text));
    }

    private List<String> wrong(String text) {
        return catchThrowableOfType(InvalidRequestException.class, () -> check(text)).violations().stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }

    @Test
    void takesPublicKeysAndKeepsOnlyTheirNumbers() {
        List<PublicKeySet.Checked> taken = check(set(
                RSA + ",\"kid\":\"a\",\"use\":\"sig\",\"alg\":\"PS256\",\"x5u\":\"https://evil.example\"",
                EC + ",\"kid\":\"b\",\"key_ops\":[\"verify\"]"));
        assertThat(taken).extracting(PublicKeySet.Checked::kid).containsExactly("a", "b");
        assertThat(taken.getFirst().jwk()).isEqualTo("{\"kid\":\"a\",\"use\":\"sig\"," + RSA + ",\"alg\":\"PS256\"}");
        assertThat(check("{\"keys\":[]}")).isEmpty();
    }

    @Test
    void refusesWhatIsNoKeySet() {
        for (String text : List.of("", "null", "[]", "x", "{\"keys\":[],\"keys\":[]}", "-----BEGIN PUBLIC KEY-----")) {
            assertThat(wrong(text)).as(text).containsExactly("/jwks malformed");
        }
        assertThat(wrong("{" + RSA + ",\"kid\":\"a\"}")).containsExactly("/jwks/keys required");
        assertThat(wrong("{\"keys\":[1]}")).containsExactly("/jwks/keys/0 malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"d\":\"AQAB\"` | /jwks/keys/0 private_key",
                "`\"p\":\"AQAB\"` | /jwks/keys/0 private_key",
                "`\"k\":\"AQAB\"` | /jwks/keys/0 private_key",
                "`\"use\":\"enc\"` | /jwks/keys/0/use not_allowed",
                "`\"key_ops\":[\"sign\"]` | /jwks/keys/0/key_ops not_allowed",
                "`\"alg\":\"RS512\"` | /jwks/keys/0/alg not_allowed",
                "`\"alg\":\"ES256\"` | /jwks/keys/0/alg not_allowed",
                "`\"alg\":1` | /jwks/keys/0/alg not_allowed"
            })
    void refusesAMemberThatDoesNotBelong(String member, String expected) {
        assertThat(wrong(set(RSA + ",\"kid\":\"a\"," + member))).containsExactly(expected);
    }

    @Test
    void refusesKeysThatAreWeakOrOfAnotherKind() {
        assertThat(wrong(set(rsa(1024) + ",\"kid\":\"a\""))).containsExactly("/jwks/keys/0/n weak_key");
        assertThat(wrong(set(RSA.replace("AQAB", "Aw") + ",\"kid\":\"a\""))).containsExactly("/jwks/keys/0/e weak_key");
        assertThat(wrong(set(RSA.replace("AQAB", "AQAB=") + ",\"kid\":\"a\"")))
                .containsExactly("/jwks/keys/0/e malformed");
        assertThat(wrong(set("\"kty\":\"RSA\",\"e\":\"AQAB\",\"kid\":\"a\"")))
                .containsExactly("/jwks/keys/0/n malformed");
        assertThat(wrong(set("\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQ\",\"kid\":\"a\"")))
                .containsExactly("/jwks/keys/0/kty not_allowed");
        assertThat(wrong(set(EC.replace("P-256", "P-384") + ",\"kid\":\"a\"")))
                .containsExactly("/jwks/keys/0/crv not_allowed");
        assertThat(wrong(set("\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + text(BigInteger.ONE, 32) + "\",\"y\":\""
                        + text(BigInteger.TWO, 32) + "\",\"kid\":\"a\"")))
                .containsExactly("/jwks/keys/0 not_on_curve");
    }

    @Test
    void refusesKeysWithoutANameOfTheirOwnAndMoreThanFive() {
        assertThat(wrong(set(RSA))).containsExactly("/jwks/keys/0/kid malformed");
        assertThat(wrong(set(RSA + ",\"kid\":\"a\\\"b\""))).containsExactly("/jwks/keys/0/kid malformed");
        assertThat(wrong(set(RSA + ",\"kid\":\"a\"", EC + ",\"kid\":\"a\"")))
                .containsExactly("/jwks/keys/1/kid repeated");
        String[] six = new String[6];
        for (int i = 0; i < six.length; i++) {
            six[i] = RSA + ",\"kid\":\"k" + i + "\"";
        }
        assertThat(wrong(set(six))).containsExactly("/jwks/keys too_many");
    }
}
