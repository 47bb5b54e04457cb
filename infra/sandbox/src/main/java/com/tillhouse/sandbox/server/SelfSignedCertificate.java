package com.tillhouse.sandbox.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;

/**
 * A fresh key with a certificate for localhost, 127.0.0.1 and ::1. The JDK can read certificates but has no public API
 * to make one, so the few ASN.1 fields are written here.
 */
record SelfSignedCertificate(KeyPair keys, X509Certificate certificate) {

    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.objectId(1, 2, 840, 10045, 4, 3, 2));

    static SelfSignedCertificate forLocalhost() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            byte[] content = content(keys);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            byte[] certificate = Der.sequence(content, ECDSA_WITH_SHA256, Der.bitString(signature.sign()));
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return new SelfSignedCertificate(
                    keys, (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate for localhost could not be made", e);
        }
    }

    /** A key store in memory, for the TLS connector. */
    KeyStore keyStore(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("localhost", keys.getPrivate(), password, new X509Certificate[] {certificate});
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The certificate for localhost could not be stored", e);
        }
    }

    /** Valid for a span that no clock of a test leaves: TLS clients compare it with their own time, not ours. */
    private static byte[] content(KeyPair keys) {
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.objectId(2, 5, 4, 3), Der.utf8("localhost"))));
        byte[] validity = Der.sequence(Der.utcTime("200101000000Z"), Der.utcTime("491231235959Z"));
        BigInteger serial = new BigInteger(96, new SecureRandom()).setBit(95);
        return Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(serial),
                ECDSA_WITH_SHA256,
                name,
                validity,
                name,
                keys.getPublic().getEncoded(),
                Der.explicit(3, Der.sequence(alternativeNames())));
    }

    private static byte[] alternativeNames() {
        byte[] ipv6 = new byte[16];
        ipv6[15] = 1;
        byte[] names = Der.sequence(
                Der.tagged(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)),
                Der.tagged(0x87, new byte[] {127, 0, 0, 1}),
                Der.tagged(0x87, ipv6));
        return Der.sequence(Der.objectId(2, 5, 29, 17), Der.octets(names));
    }
}
