package com.tillhouse.core.gatewaykey.domain;

/** What can be wrong with a key that somebody pasted. Each says what it is and what to do; none repeats any of what was pasted. */
public enum KeyFault {
    EMPTY("There is nothing in the field. Paste the whole key."),
    TOO_BIG("This has more than 8 KiB. A key of the right kind has less than 4 KiB; paste the key alone."),
    EXTRA_TEXT("There is other text around the key. Paste only the key, from BEGIN to END."),
    TWO_KEYS("There are several keys in it. Paste one."),
    TRUNCATED("The key is cut off. Copy all of it, with its last line."),
    NOT_BASE64("This is not a key: it has characters that base64 does not have."),
    NOT_A_KEY("This is base64, but no key is in it."),
    PKCS1("This is a private key in the old form PKCS#1 (RSA PRIVATE KEY). Convert it:"
            + " openssl pkcs8 -topk8 -nocrypt -in old.pem -out new.pem"),
    ENCRYPTED(
            "This private key is encrypted with a password. Decrypt it first: openssl pkcs8 -in old.pem -out new.pem"),
    OPENSSH("This is a key in OpenSSH's own form. Convert it: ssh-keygen -p -m PKCS8 -f key"),
    NOT_RSA("This is not an RSA key. Antom takes RSA keys of 2048 bits only."),
    CERTIFICATE("This is a certificate or a request for one, not a key."),
    PUBLIC_HALF("This is a public key. The private key is asked for here: the one that you keep secret."),
    PRIVATE_HALF(
            "This is a private key. Antom's public key is asked for here. If you pasted your own private key, nothing was kept of it,"
                    + " but replace it if others may have seen it."),
    PKCS1_PUBLIC("This is a public key in the old form PKCS#1 (RSA PUBLIC KEY). Convert it:"
            + " openssl rsa -RSAPublicKey_in -in old.pem -pubout -out new.pem"),
    TOO_SHORT("This RSA key has less than 2048 bits, which is not safe. Make a new one."),
    TOO_LONG("This RSA key has more than 4096 bits. Antom takes keys of 2048 bits."),
    EXPONENT("The public exponent of this RSA key is not 65537. Make a new key with an ordinary tool."),
    INCONSISTENT("The numbers in this private key do not belong together. It is damaged; export it again."),
    OTHER_PAIR("This private key does not belong to the public key beside it."),
    WEAK("This key can be guessed: it was made by a faulty generator. Make a new one."),
    PUBLISHED("This key was published as an example, so anybody can sign with it. Make a new one."),
    OWN_KEY(
            "This is your own public key, not Antom's. Copy Antom's public key from the same page of Antom's dashboard.");

    private final String detail;

    KeyFault(String detail) {
        this.detail = detail;
    }

    /** What it is and what to do, for people. */
    public String detail() {
        return detail;
    }

    /** Stable, for programs. */
    public String code() {
        return "key_" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
