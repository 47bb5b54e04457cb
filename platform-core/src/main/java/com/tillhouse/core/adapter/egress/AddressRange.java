package com.tillhouse.core.adapter.egress;

import java.net.InetAddress;

/** A range of addresses such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}. */
final class AddressRange {
    private final byte[] prefix;
    private final int bits;

    private AddressRange(byte[] prefix, int bits) {
        if (bits < 0 || bits > prefix.length * Byte.SIZE) {
            throw new IllegalArgumentException("a prefix of " + bits + " bits does not fit the address");
        }
        this.prefix = prefix;
        this.bits = bits;
    }

    /** Parses an address literal and a prefix length. */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(text + " is not a range; write it as 10.0.0.0/8");
        }
        byte[] address = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
        return new AddressRange(address, Integer.parseInt(text.substring(slash + 1)));
    }

    /** True when the address is of the same family and begins with the prefix. */
    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (address[i] != prefix[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((address[whole] ^ prefix[whole]) & (0xff << (Byte.SIZE - rest)) & 0xff) == 0;
    }
}
