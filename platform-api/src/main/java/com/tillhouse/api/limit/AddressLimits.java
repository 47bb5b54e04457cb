package com.tillhouse.api.limit;

import com.tillhouse.core.shared.AcrossTenants;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often an address may try to get a token, before anybody knows who asks. Of IPv6, a whole /64 is one address. */
final class AddressLimits {
    private static final int MOST = 50_000;
    private static final int NETWORK = 8;

    private final LimitSettings settings;
    private final TimeMeter clock;

    @AcrossTenants("an address is nobody's; what is kept is a count, and nothing of what was asked")
    private final Map<String, Quota> quotas = new LeastUsedFirst();

    AddressLimits(LimitSettings settings, TimeMeter clock) {
        this.settings = settings;
        this.clock = clock;
    }

    synchronized Admission attempt(String address) {
        return Admission.by(List.of(quotas.computeIfAbsent(
                        network(address), key -> new Quota("address", settings.addressTokens(), settings, clock))
                .take()));
    }

    private static String network(String address) {
        InetAddress read = InetAddress.ofLiteral(address);
        return read instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), NETWORK))
                : read.getHostAddress();
    }

    private static final class LeastUsedFirst extends LinkedHashMap<String, Quota> {
        private static final long serialVersionUID = 1L;

        private LeastUsedFirst() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Quota> eldest) {
            return size() > MOST;
        }
    }
}
