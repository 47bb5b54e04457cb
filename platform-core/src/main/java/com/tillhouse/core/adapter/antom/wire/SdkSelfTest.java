package com.tillhouse.core.adapter.antom.wire;

import com.alipay.global.api.base64.Base64Encryptor;
import com.alipay.global.api.tools.SignatureTool;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Makes the SDK fit for this JDK and proves once, at start-up, that it signs what we can verify. */
public final class SdkSelfTest {
    private static final int BITS = 2048;

    private SdkSelfTest() {}

    /**
     * Sets the SDK's base64 (its own needs {@code javax.xml.bind}, gone since Java 11), then signs and verifies with a throw-away pair.
     *
     * @throws IllegalStateException when the SDK and we do not agree; the application must not start
     */
    public static void run() {
        SignatureTool.setBase64Encryptor(new JdkBase64());
        if (!agrees()) {
            throw new IllegalStateException("Antom's SDK made a signature that does not verify. Check the versions of"
                    + " global-open-sdk-java, fastjson and the JDK; nothing may be sent to Antom like this.");
        }
    }

    // The SDK declares `throws Exception`, and on a class path with a hole in it throws a LinkageError.
    private static boolean agrees() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            String body = "{\"selfTest\":\"é\"}";
            String privateKey =
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            String publicKey =
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            String signature = SignatureTool.sign("POST", "/self-test", "SELF", "0", body, privateKey);
            boolean theirs = SignatureTool.verify("POST", "/self-test", "SELF", "0", body, signature, publicKey);
            boolean ours = new SignedContent("/self-test", "SELF", "0", body.getBytes(StandardCharsets.UTF_8))
                    .signedBy(publicKey, "algorithm=RSA256,keyVersion=1,signature=" + signature);
            return theirs && ours;
        } catch (Exception | LinkageError e) {
            throw new IllegalStateException("Antom's SDK can't sign on this JDK: " + e, e);
        }
    }

    private static final class JdkBase64 implements Base64Encryptor {
        @Override
        public String encodeToString(byte[] src) {
            return Base64.getEncoder().encodeToString(src);
        }

        @Override
        public byte[] decode(String src) {
            return Base64.getDecoder().decode(src);
        }
    }
}
