package com.tillhouse.core.gatewaykey.domain;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as somebody pasted it, PEM or bare base64, brought down to its DER bytes. Prints nothing.
 *
 * @param label the words of the PEM header, empty for bare base64
 */
record PastedKey(String label, byte[] der) {
    private static final int MOST = 8 * 1024;
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

    /** @throws KeyRefusedException when no single key can be read from it */
    static PastedKey read(String text) {
        if (text.isBlank()) {
            throw new KeyRefusedException(KeyFault.EMPTY);
        }
        if (text.length() > MOST) {
            throw new KeyRefusedException(KeyFault.TOO_BIG);
        }
        List<String> labels =
                BEGIN.matcher(text).results().map(match -> match.group(1)).toList();
        if (labels.size() > 1) {
            throw new KeyRefusedException(KeyFault.TWO_KEYS);
        }
        return labels.isEmpty() ? bare(text) : pem(text, labels.getFirst());
    }

    private static PastedKey pem(String text, String label) {
        Matcher whole = Pattern.compile("-----BEGIN " + label + "-----(.*?)-----END " + label + "-----", Pattern.DOTALL)
                .matcher(text);
        if (!whole.find()) {
            throw new KeyRefusedException(KeyFault.TRUNCATED);
        }
        refuseLabel(label, whole.group(1));
        if (!text.substring(0, whole.start()).isBlank()
                || !text.substring(whole.end()).isBlank()) {
            throw new KeyRefusedException(KeyFault.EXTRA_TEXT);
        }
        return decoded(label, whole.group(1));
    }

    /** What the label alone gives away, before anything is decoded: encrypted PKCS#1 has headers that are no base64. */
    private static void refuseLabel(String label, String body) {
        if (label.equals("ENCRYPTED PRIVATE KEY") || body.contains("Proc-Type: 4,ENCRYPTED")) {
            throw new KeyRefusedException(KeyFault.ENCRYPTED);
        }
        if (label.startsWith("CERTIFICATE") || label.contains("CERTIFICATE REQUEST") || label.equals("PKCS7")) {
            throw new KeyRefusedException(KeyFault.CERTIFICATE);
        }
        if (label.equals("OPENSSH PRIVATE KEY")) {
            throw new KeyRefusedException(KeyFault.OPENSSH);
        }
        if (label.startsWith("EC ") || label.startsWith("DSA ")) {
            throw new KeyRefusedException(KeyFault.NOT_RSA);
        }
    }

    private static PastedKey bare(String text) {
        if (text.contains("-----")) {
            throw new KeyRefusedException(KeyFault.TRUNCATED);
        }
        return decoded("", text);
    }

    private static PastedKey decoded(String label, String body) {
        String packed = body.replaceAll("\\s", "");
        if (!BASE64.matcher(packed).matches()) {
            boolean several = packed.matches("[A-Za-z0-9+/]+={1,2}[A-Za-z0-9+/]+={0,2}");
            throw new KeyRefusedException(several ? KeyFault.TWO_KEYS : KeyFault.NOT_BASE64);
        }
        String bare = packed.replace("=", "");
        if (bare.length() % 4 == 1) {
            throw new KeyRefusedException(KeyFault.TRUNCATED);
        }
        // without its last bits a final character may stand for several keys; the lenient decoder drops them
        return new PastedKey(label, Base64.getMimeDecoder().decode(bare));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PastedKey that && label.equals(that.label) && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return "***";
    }
}
