package com.tillhouse.core.gatewaykey.domain;

import static com.tillhouse.core.gatewaykey.domain.KeyForms.GOOD;
import static com.tillhouse.core.gatewaykey.domain.KeyForms.bare;
import static com.tillhouse.core.gatewaykey.domain.KeyForms.pem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** H7: each bad form of a pasted key is told apart, and nothing of it is repeated. */
class PastedKeysTest {
    private static final byte[] PRIVATE = GOOD.getPrivate().getEncoded();
    private static final byte[] PUBLIC = GOOD.getPublic().getEncoded();
    /** The example of jwt.io; its private half is on that page. */
    private static final String PUBLISHED =
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt"
                    + "0gunVTLw7onLRnrq0/IzW7yWR7QkrmBL7jTKEn5u+qKhbwKfBstIs+bMY2Zkp18gnTxKLxoS2tFczGkPLPgizskuemMghRniWaoLcyehkd3qqGElvW/V"
                    + "DL5AaWTg0nLVkjRo9z+40RQzuVaE8AkAFmxZzow3x+VJYKdjykkJ0iT9wCS0DRTXu269V264Vf/3jvredZiKRkgwlL9xNAwxXFg0x/XFw005UWVRIkdg"
                    + "cKWTjpBP2dPwVZ4WWC+9aGVd+Gyn1o0CLelf4rEjGoXbAAEgAqeGUxrcIlbjXfbcmwIDAQAB";

    @ParameterizedTest
    @MethodSource("goodPrivateKeys")
    void takesAPrivateKeyAndFindsItsPublicHalf(String text) {
        MerchantPair pair = MerchantPair.ofPasted(text);
        assertThat(pair.publicKey()).isEqualTo(bare(PUBLIC));
        assertThat(pair.<String>seal(secret -> new String(secret, StandardCharsets.US_ASCII)))
                .isEqualTo(bare(PRIVATE));
        assertThat(pair).hasToString("***");
    }

    static Stream<String> goodPrivateKeys() {
        return Stream.of(
                pem("PRIVATE KEY", PRIVATE),
                bare(PRIVATE),
                "\n  " + pem("PRIVATE KEY", PRIVATE).replace("\n", "\r\n") + "\n\n",
                Base64.getMimeEncoder().encodeToString(PRIVATE),
                bare(PRIVATE).replace("=", ""));
    }

    @ParameterizedTest
    @MethodSource("goodPublicKeys")
    void takesAPublicKey(String text) {
        assertThat(PublicHalf.ofPasted(text).base64()).isEqualTo(bare(PUBLIC));
    }

    static Stream<String> goodPublicKeys() {
        return Stream.of(
                pem("PUBLIC KEY", PUBLIC),
                bare(PUBLIC),
                " " + Base64.getMimeEncoder().encodeToString(PUBLIC));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("badPrivateKeys")
    void refusesABadPrivateKeyWithItsOwnReason(KeyFault fault, String text) {
        assertThatThrownBy(() -> MerchantPair.ofPasted(text)).satisfies(refused(fault, text));
    }

    static Stream<Arguments> badPrivateKeys() {
        KeyPair ec = KeyForms.ec();
        byte[] small = KeyForms.rsa(1024).getPrivate().getEncoded();
        byte[] tiny = KeyForms.rsa(512).getPrivate().getEncoded();
        byte[] cubic = KeyForms.rsa(new RSAKeyGenParameterSpec(2048, BigInteger.valueOf(3)))
                .getPrivate()
                .getEncoded();
        byte[] locked = KeyForms.encrypted(PRIVATE);
        byte[] old = KeyForms.inside(PRIVATE);
        byte[] noise = new byte[1200];
        new SecureRandom().nextBytes(noise);
        noise[0] = 1;
        String good = pem("PRIVATE KEY", PRIVATE);
        return Stream.of(
                bad(KeyFault.EMPTY, ""),
                bad(KeyFault.EMPTY, " \n "),
                bad(KeyFault.TOO_BIG, good + "A".repeat(1_000_000)),
                bad(KeyFault.PKCS1, pem("RSA PRIVATE KEY", old)),
                bad(KeyFault.PKCS1, bare(old)),
                bad(KeyFault.PKCS1, pem("PRIVATE KEY", old)),
                bad(
                        KeyFault.ENCRYPTED,
                        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n"
                                + bare(old) + "\n-----END RSA PRIVATE KEY-----"),
                bad(KeyFault.ENCRYPTED, pem("ENCRYPTED PRIVATE KEY", locked)),
                bad(KeyFault.ENCRYPTED, bare(locked)),
                bad(KeyFault.OPENSSH, pem("OPENSSH PRIVATE KEY", noise)),
                bad(KeyFault.NOT_RSA, pem("PRIVATE KEY", ec.getPrivate().getEncoded())),
                bad(KeyFault.NOT_RSA, bare(ec.getPrivate().getEncoded())),
                bad(
                        KeyFault.NOT_RSA,
                        pem("EC PRIVATE KEY", KeyForms.inside(ec.getPrivate().getEncoded()))),
                bad(KeyFault.NOT_RSA, bare(KeyForms.inside(ec.getPrivate().getEncoded()))),
                bad(KeyFault.PUBLIC_HALF, pem("PUBLIC KEY", PUBLIC)),
                bad(KeyFault.PUBLIC_HALF, bare(PUBLIC)),
                bad(KeyFault.CERTIFICATE, pem("CERTIFICATE", noise)),
                bad(KeyFault.CERTIFICATE, pem("NEW CERTIFICATE REQUEST", noise)),
                bad(KeyFault.CERTIFICATE, bare(KeyForms.certificate())),
                bad(KeyFault.TOO_SHORT, pem("PRIVATE KEY", small)),
                bad(KeyFault.TOO_SHORT, bare(tiny)),
                bad(KeyFault.EXPONENT, pem("PRIVATE KEY", cubic)),
                bad(KeyFault.NOT_BASE64, "ssh-rsa AAAAB3NzaC1yc2E me@home"),
                bad(KeyFault.NOT_BASE64, "not a key at all!"),
                bad(KeyFault.NOT_A_KEY, bare(noise)),
                bad(KeyFault.NOT_A_KEY, bare("just some text in base64".getBytes(StandardCharsets.UTF_8))),
                bad(KeyFault.TWO_KEYS, good + good),
                bad(KeyFault.TWO_KEYS, good + pem("PUBLIC KEY", PUBLIC)),
                bad(KeyFault.TWO_KEYS, bare(join(PRIVATE, PRIVATE))),
                bad(KeyFault.EXTRA_TEXT, "my key: " + good),
                bad(KeyFault.EXTRA_TEXT, bare(join(PRIVATE, new byte[] {1, 2, 3}))),
                bad(KeyFault.TRUNCATED, good.substring(0, good.length() - 40)),
                bad(KeyFault.TRUNCATED, good.substring(30)),
                bad(KeyFault.TRUNCATED, bare(Arrays.copyOf(PRIVATE, PRIVATE.length - 20))),
                bad(KeyFault.TRUNCATED, bare(PRIVATE).substring(0, 1001)),
                bad(KeyFault.INCONSISTENT, pem("PRIVATE KEY", KeyForms.inconsistent())),
                bad(KeyFault.WEAK, pem("PRIVATE KEY", KeyForms.closePrimes())));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("badPublicKeys")
    void refusesABadPublicKeyWithItsOwnReason(KeyFault fault, String text) {
        assertThatThrownBy(() -> PublicHalf.ofPasted(text)).satisfies(refused(fault, text));
    }

    static Stream<Arguments> badPublicKeys() {
        String good = pem("PUBLIC KEY", PUBLIC);
        return Stream.of(
                bad(KeyFault.EMPTY, ""),
                bad(KeyFault.TOO_BIG, "A".repeat(9000)),
                bad(KeyFault.PRIVATE_HALF, pem("PRIVATE KEY", PRIVATE)),
                bad(KeyFault.PRIVATE_HALF, bare(KeyForms.inside(PRIVATE))),
                bad(
                        KeyFault.PKCS1_PUBLIC,
                        pem(
                                "RSA PUBLIC KEY",
                                KeyForms.sequence(new byte[] {0x02, 0x01, 0x05}, new byte[] {0x02, 0x01, 0x03}))),
                bad(KeyFault.NOT_RSA, bare(KeyForms.ec().getPublic().getEncoded())),
                bad(KeyFault.CERTIFICATE, pem("CERTIFICATE", new byte[] {1})),
                bad(KeyFault.TOO_SHORT, bare(KeyForms.rsa(1024).getPublic().getEncoded())),
                bad(KeyFault.PUBLISHED, PUBLISHED),
                bad(KeyFault.TWO_KEYS, good + good),
                bad(KeyFault.NOT_BASE64, "Antom’s key"),
                bad(KeyFault.TRUNCATED, bare(PUBLIC).substring(0, 200)));
    }

    /** Every fault that a text alone can have has a case; the two others need something to compare with. */
    @Test
    void triesEveryFault() {
        Set<KeyFault> tried = Stream.concat(badPrivateKeys(), badPublicKeys())
                .map(one -> (KeyFault) one.get()[0])
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(KeyFault.class)));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(tried)))
                .containsExactlyInAnyOrder(KeyFault.OTHER_PAIR, KeyFault.OWN_KEY, KeyFault.TOO_LONG);
    }

    private static Arguments bad(KeyFault fault, String text) {
        return Arguments.of(fault, text);
    }

    private static java.util.function.Consumer<Throwable> refused(KeyFault fault, String text) {
        return thrown -> {
            assertThat(thrown)
                    .isInstanceOfSatisfying(
                            KeyRefusedException.class,
                            refused -> assertThat(refused.fault()).isEqualTo(fault));
            if (text.strip().length() > 12) {
                assertThat(thrown.toString()).doesNotContain(text.strip().substring(0, 12));
                assertThat(thrown.getCause()).isNull();
            }
        };
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
