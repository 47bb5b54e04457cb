package com.tillhouse.core.factor.usecase;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A browser and a device with one passkey, in software: it can be made to lie about everything that a real one would not. */
final class SoftAuthenticator {
    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final byte[] AAGUID = new byte[16];

    private final KeyPair keys;
    private final byte[] id = new byte[32];
    String origin = "https://admin.example";
    String rpId = "admin.example";
    int flags = PRESENT | VERIFIED;
    int counter;

    SoftAuthenticator() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(id);
    }

    String id() {
        return text(id);
    }

    /** What {@code navigator.credentials.create} would answer. */
    String create(String challenge) {
        byte[] attestation = join(
                new byte[] {(byte) 0xa3, 0x63},
                ascii("fmt"),
                new byte[] {0x64},
                ascii("none"),
                new byte[] {0x67},
                ascii("attStmt"),
                new byte[] {(byte) 0xa0, 0x68},
                ascii("authData"),
                cborBytes(join(device(flags | ATTESTED), AAGUID, new byte[] {0, (byte) id.length}, id, coseKey())));
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}""".formatted(id(), text(client("webauthn.create", challenge)), text(attestation));
    }

    /** What {@code navigator.credentials.get} would answer. */
    String get(String challenge, byte[] userHandle) {
        byte[] client = client("webauthn.get", challenge);
        byte[] device = device(flags);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":"%5$s"}}""".formatted(
                        id(), text(client), text(device), text(sign(join(device, sha256(client)))), text(userHandle));
    }

    private byte[] client(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] device(int with) {
        return join(
                sha256(ascii(rpId)),
                new byte[] {(byte) with},
                ByteBuffer.allocate(Integer.BYTES).putInt(counter).array());
    }

    /** {1: 2, 3: -7, -1: 1, -2: x, -3: y} */
    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return join(
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21},
                cborBytes(coordinate(key.getW().getAffineX())),
                new byte[] {0x22},
                cborBytes(coordinate(key.getW().getAffineY())));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return fixed;
    }

    private static byte[] cborBytes(byte[] bytes) {
        byte[] head = bytes.length < 256
                ? new byte[] {0x58, (byte) bytes.length}
                : new byte[] {0x59, (byte) (bytes.length >> 8), (byte) bytes.length};
        return join(head, bytes);
    }

    private byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
