package com.tillhouse.core.adapter.antom.wire;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * What Antom signs: {@code POST <path>\n<client-id>.<time>.<body>}, over the bytes as they came. Checked with the JDK alone, before anything
 * is parsed (Antom: digital signature).
 */
public record SignedContent(String path, String clientId, String time, byte[] body) {

    /** True when the header holds this content's signature by the owner of the key. Anything malformed is false, never an exception. */
    public boolean signedBy(String antomPublicKey, String signatureHeader) {
        return SignatureHeader.parse(signatureHeader)
                .map(header -> verifies(antomPublicKey, header.signature()))
                .orElse(false);
    }

    private boolean verifies(String antomPublicKey, String signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(publicKey(antomPublicKey));
            check.update(bytes());
            return check.verify(Base64.getDecoder().decode(URLDecoder.decode(signature, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] bytes() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(("POST " + path + "\n" + clientId + "." + time + ".").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(body);
        return content.toByteArray();
    }

    private static PublicKey publicKey(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
