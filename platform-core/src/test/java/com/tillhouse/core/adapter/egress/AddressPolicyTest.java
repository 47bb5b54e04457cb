package com.tillhouse.core.adapter.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private static final InetAddress GOOD = InetAddress.ofLiteral("93.184.216.34");
    private final AddressPolicy policy = new AddressPolicy(List.of(AddressRange.parse("51.15.0.0/16")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.1.2.3",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.1",
                "192.168.1.1",
                "192.175.48.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "51.15.3.4",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:53aa:64c:0:fbff:8a2b:1",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:0808:0808::1",
                "2620:4f:8000::1",
                "3fff::1",
                "3fff:fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2606:4700::5efe:10.0.0.1",
                "2606:4700::200:5efe:8.8.8.8"
            })
    void refusesWhatIsNotInTheOpenInternet(String literal) throws UnknownHostException {
        InetAddress bad = InetAddress.ofLiteral(literal);
        GuardingResolver resolver =
                new GuardingResolver(host -> new InetAddress[] {GOOD, bad, GOOD}, policy, new LocalHosts(true));

        assertThat(policy.allows(bad)).isFalse();
        assertThatThrownBy(() -> resolver.resolve("hooks.example.com")).isInstanceOf(ForbiddenAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.1",
                "168.63.129.17",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "51.16.0.1",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "2a00:1450:4001:81b::200e"
            })
    void allowsTheOpenInternet(String literal) {
        assertThat(policy.allows(InetAddress.ofLiteral(literal))).isTrue();
    }

    @Test
    void refusesMappedAddressesAlsoWhenTheyAreKeptAsIpv6() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 8;
        mapped[13] = 8;
        mapped[14] = 8;
        mapped[15] = 8;

        assertThat(policy.allows(Inet6Address.getByAddress("mapped", mapped, -1)))
                .isFalse();
    }

    @Test
    void allowsThisMachineByItsTwoNamesAndInLocalModeOnly() throws UnknownHostException {
        NameSource system = InetAddress::getAllByName;
        GuardingResolver local = new GuardingResolver(system, policy, new LocalHosts(true));
        GuardingResolver strict = new GuardingResolver(system, policy, new LocalHosts(false));

        assertThat(local.resolve("localhost")).containsExactly(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(local.resolve("127.0.0.1")).containsExactly(InetAddress.ofLiteral("127.0.0.1"));
        for (String host : List.of("127.0.0.2", "127.1", "0", "::1", "LOCALHOST", "localhost.", "2130706433")) {
            assertThatThrownBy(() -> local.resolve(host)).isInstanceOf(UnknownHostException.class);
        }
        assertThatThrownBy(() -> strict.resolve("localhost")).isInstanceOf(ForbiddenAddressException.class);
        assertThatThrownBy(() -> strict.resolve("127.0.0.1")).isInstanceOf(ForbiddenAddressException.class);
    }
}
