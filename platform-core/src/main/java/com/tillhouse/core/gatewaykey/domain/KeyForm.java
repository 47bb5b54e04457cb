package com.tillhouse.core.gatewaykey.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which of the usual structures a DER encoding is, told by its outermost parts (RFC 5208, 5280, 5915, 8017). */
enum KeyForm {
    PKCS8_RSA,
    PKCS8_OTHER,
    PKCS8_ENCRYPTED,
    PKCS1_PRIVATE,
    PKCS1_PUBLIC,
    SEC1,
    PUBLIC_RSA,
    PUBLIC_OTHER,
    CERTIFICATE,
    UNKNOWN;

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int OBJECT_ID = 0x06;
    /** 1.2.840.113549.1.1.1, rsaEncryption. */
    private static final byte[] RSA = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01};

    private record Part(int tag, byte[] content) {}

    /** @throws KeyRefusedException when it is no whole structure, or more than one */
    static KeyForm of(byte[] der) {
        if (der.length < 2 || der[0] != SEQUENCE) {
            throw new KeyRefusedException(KeyFault.NOT_A_KEY);
        }
        Reading outer = new Reading(der);
        Part whole = outer.next();
        if (outer.left()) {
            boolean another = outer.peek() == SEQUENCE;
            throw new KeyRefusedException(another ? KeyFault.TWO_KEYS : KeyFault.EXTRA_TEXT);
        }
        List<Part> parts = new ArrayList<>();
        for (Reading inner = new Reading(whole.content); inner.left(); ) {
            parts.add(inner.next());
        }
        return told(parts);
    }

    private static KeyForm told(List<Part> parts) {
        List<Integer> tags = parts.stream().map(Part::tag).toList();
        if (starts(tags, INTEGER, SEQUENCE, OCTET_STRING)) {
            return rsa(parts.get(1)) ? PKCS8_RSA : PKCS8_OTHER;
        }
        if (starts(tags, INTEGER, OCTET_STRING)) {
            return SEC1;
        }
        if (tags.size() == 2 && starts(tags, INTEGER, INTEGER)) {
            return PKCS1_PUBLIC;
        }
        if (starts(tags, INTEGER, INTEGER, INTEGER)) {
            return PKCS1_PRIVATE;
        }
        if (starts(tags, SEQUENCE, OCTET_STRING)) {
            return PKCS8_ENCRYPTED;
        }
        if (starts(tags, SEQUENCE, BIT_STRING)) {
            return rsa(parts.getFirst()) ? PUBLIC_RSA : PUBLIC_OTHER;
        }
        return starts(tags, SEQUENCE, SEQUENCE, BIT_STRING) ? CERTIFICATE : UNKNOWN;
    }

    private static boolean starts(List<Integer> tags, Integer... wanted) {
        return tags.size() >= wanted.length && tags.subList(0, wanted.length).equals(List.of(wanted));
    }

    private static boolean rsa(Part algorithm) {
        Part id = new Reading(algorithm.content).next();
        return id.tag == OBJECT_ID && Arrays.equals(id.content, RSA);
    }

    /** Walks over tag, length, content. */
    private static final class Reading {
        private static final int LONG_FORM = 0x80;

        private final byte[] bytes;
        private int at;

        Reading(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean left() {
            return at < bytes.length;
        }

        int peek() {
            return bytes[at] & 0xff;
        }

        Part next() {
            int tag = take();
            int length = take();
            if (length >= LONG_FORM) {
                int bytesOfLength = length - LONG_FORM;
                if (bytesOfLength == 0 || bytesOfLength > 3) {
                    throw new KeyRefusedException(KeyFault.NOT_A_KEY);
                }
                length = 0;
                for (int i = 0; i < bytesOfLength; i++) {
                    length = length << 8 | take();
                }
            }
            if (length > bytes.length - at) {
                throw new KeyRefusedException(KeyFault.TRUNCATED);
            }
            at += length;
            return new Part(tag, Arrays.copyOfRange(bytes, at - length, at));
        }

        private int take() {
            if (!left()) {
                throw new KeyRefusedException(KeyFault.TRUNCATED);
            }
            return bytes[at++] & 0xff;
        }
    }
}
