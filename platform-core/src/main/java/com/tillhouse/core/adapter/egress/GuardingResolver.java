package com.tillhouse.core.adapter.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host to connect to, and refuses all of its addresses if a single one leads inside. It sits in the client itself, so what was
 * checked is what is connected to, also when the name answers differently a moment later.
 */
final class GuardingResolver implements DnsResolver {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private final NameSource names;
    private final AddressPolicy addresses;
    private final LocalHosts local;

    GuardingResolver(NameSource names, AddressPolicy addresses, LocalHosts local) {
        this.names = names;
        this.addresses = addresses;
        this.local = local;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (local.allow(host)) {
            return new InetAddress[] {InetAddress.getByAddress(host, LOOPBACK)};
        }
        InetAddress[] answers = names.addressesOf(host);
        for (InetAddress answer : answers) {
            if (!addresses.allows(answer)) {
                throw new ForbiddenAddressException(host);
            }
        }
        return answers;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
