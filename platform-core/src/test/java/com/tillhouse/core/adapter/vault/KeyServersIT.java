package com.tillhouse.core.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of master key against a server that checks the request and really encrypts. */
class KeyServersIT {
    private static final byte[] KEYS = "the keys".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OURS = bytes("keyset/ours");
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir
    private Path folder;

    private KeyServerFixture server;

    @BeforeEach
    void start() throws IOException {
        server = new KeyServerFixture();
        Files.writeString(folder.resolve("token"), KeyServerFixture.VAULT_TOKEN + "\n");
        Files.writeString(folder.resolve("pod"), "pod-token\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String entry(String kind) {
        return switch (kind) {
            case "aws" -> "aws-kms:" + KeyServerFixture.ARN;
            case "gcp" -> "gcp-kms:" + KeyServerFixture.NAME;
            default -> "vault-transit:" + server.url() + "/transit/tillhouse";
        };
    }

    private VaultSettings settings(List<String> keys, boolean fixedLogin) {
        return new VaultSettings(
                null,
                keys,
                folder.resolve("token"),
                new VaultSettings.Aws(
                        fixedLogin ? KeyServerFixture.ACCESS_KEY : null,
                        fixedLogin ? KeyServerFixture.SECRET_KEY : null,
                        null,
                        server.url(),
                        server.url() + "/credentials",
                        folder.resolve("pod")),
                new VaultSettings.Gcp(server.url(), server.url() + "/token"));
    }

    private WrappingKey key(String kind) {
        return settings(List.of(entry(kind)), true).open(NOON).newest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp", "vault"})
    void wrapsAndUnwraps(String kind) throws GeneralSecurityException {
        WrappingKey key = key(kind);
        byte[] wrapped = key.encrypt(KEYS, OURS);
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("the keys");
        assertThat(key.decrypt(wrapped, OURS)).isEqualTo(KEYS);
        assertThat(key.id()).isEqualTo(entry(kind));
        assertThat(server.problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp", "vault"})
    void opensNothingWithOtherAssociatedDataOrAlteredBytes(String kind) throws GeneralSecurityException {
        WrappingKey key = key(kind);
        byte[] wrapped = key.encrypt(KEYS, OURS);
        assertThatThrownBy(() -> key.decrypt(wrapped, bytes("keyset/theirs")))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("HTTP 400")
                .hasMessageNotContaining("secret details");
        wrapped[wrapped.length - 8] ^= 2;
        assertThatThrownBy(() -> key.decrypt(wrapped, OURS)).isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp", "vault"})
    void saysPlainlyThatTheServerFails(String kind) {
        WrappingKey key = key(kind);
        server.failures.set(2);
        assertThatThrownBy(() -> key.encrypt(KEYS, OURS))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("HTTP 503");
        server.close();
        assertThatThrownBy(() -> key.encrypt(KEYS, OURS))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("can't be reached");
    }

    @Test
    void takesTheContainersLoginAndAsksForItOnce() throws GeneralSecurityException {
        WrappingKey key = settings(List.of(entry("aws")), false).open(NOON).newest();
        assertThat(key.decrypt(key.encrypt(KEYS, OURS), OURS)).isEqualTo(KEYS);
        assertThat(server.logins).hasValue(1);
        assertThat(server.problems).isEmpty();
    }

    @Test
    void takesTheMachinesLoginAtGoogleOnce() throws GeneralSecurityException {
        WrappingKey key = key("gcp");
        assertThat(key.decrypt(key.encrypt(KEYS, OURS), OURS)).isEqualTo(KEYS);
        assertThat(server.logins).hasValue(1);
    }

    /** The example in AWS's own guide, so that signer and check are not wrong in the same way (AWS: derive a signing key). */
    @Test
    void derivesTheSigningKeyLikeAws() throws GeneralSecurityException {
        assertThat(HexFormat.of()
                        .formatHex(
                                AwsSignature.key(KeyServerFixture.SECRET_KEY, "20150830/us-east-1/iam/aws4_request")))
                .isEqualTo("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
    }

    @Test
    void letsTheNewestWrapAndTheOlderUnwrap() throws GeneralSecurityException {
        Path file = folder.resolve("old.key");
        MasterKey.create(file);
        MasterKeys before = settings(List.of("file:" + file), true).open(NOON);
        MasterKeys both =
                settings(List.of("file:" + file, entry("vault")), true).open(NOON);
        byte[] wrapped = before.newest().encrypt(KEYS, OURS);
        assertThat(both.newest().id()).isEqualTo(entry("vault"));
        assertThat(both.named(before.newest().id()).decrypt(wrapped, OURS)).isEqualTo(KEYS);
        assertThat(both.named(null).decrypt(wrapped, OURS)).isEqualTo(KEYS);
        MasterKeys after = settings(List.of(entry("vault")), true).open(NOON);
        assertThatThrownBy(() -> after.named(before.newest().id())).hasMessageContaining("is not configured");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vault-transit:http://vault.example:8200/transit/tillhouse",
                "vault-transit:https://vault.example:8200/tillhouse",
                "aws-kms:alias/tillhouse",
                "gcp-kms:projects/shop",
                "ftp:somewhere"
            })
    void startsWithNoEntryThatItDoesNotUnderstand(String entry) {
        assertThatThrownBy(() -> settings(List.of(entry), true).open(NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void startsWithoutAMasterKeyNever() {
        assertThatThrownBy(() -> settings(List.of(), true).open(NOON)).hasMessageContaining("no master key");
    }

    @Test
    void printsNothing() {
        assertThat(settings(List.of(), true).aws()).hasToString("Aws[***]");
        assertThat(settings(List.of(entry("vault")), true).open(NOON)).hasToString("***");
    }
}
