package com.tillhouse.core.adapter.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are out in the open internet. An allow-list: IPv4 minus every range that IANA keeps for something special, and of IPv6 only
 * 2000::/3 minus the same. Whatever carries an IPv4 address inside (mapped, NAT64, 6to4, Teredo, ISATAP) is refused whole.
 */
final class AddressPolicy {
    private static final AddressRange GLOBAL_UNICAST_V6 = AddressRange.parse("2000::/3");
    private static final List<AddressRange> SPECIAL = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier NAT, and Alibaba's metadata at 100.100.100.200
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // Azure's wire server
                    "169.254.0.0/16", // link-local, metadata of most clouds
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments, Oracle's metadata at 192.0.0.192
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // AMT
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, broadcast
                    "2001::/23", // protocol assignments, Teredo, ORCHID
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "2620:4f:8000::/48", // AS112
                    "3fff::/20") // documentation
            .map(AddressRange::parse)
            .toList();
    private static final int V6_BYTES = 16;
    private static final int INTERFACE_ID = 8;
    private final List<AddressRange> ours;

    /**
     * Refuses the special ranges and these.
     *
     * @param ours our own public ranges, which a merchant has no business calling through us
     */
    AddressPolicy(List<AddressRange> ours) {
        this.ours = List.copyOf(ours);
    }

    /** True when packets to this address leave for the open internet. */
    boolean allows(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean open = bytes.length != V6_BYTES || (GLOBAL_UNICAST_V6.contains(bytes) && !isatap(bytes));
        return open
                && SPECIAL.stream().noneMatch(range -> range.contains(bytes))
                && ours.stream().noneMatch(range -> range.contains(bytes));
    }

    /** An interface id of the form {@code 0000:5efe} or {@code 0200:5efe} and an IPv4 address (RFC 5214). */
    private static boolean isatap(byte[] bytes) {
        return (bytes[INTERFACE_ID] & ~2) == 0
                && bytes[INTERFACE_ID + 1] == 0
                && bytes[INTERFACE_ID + 2] == 0x5e
                && bytes[INTERFACE_ID + 3] == (byte) 0xfe;
    }
}
