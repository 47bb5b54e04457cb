package com.tillhouse.core.adapter.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.shared.UrlPolicy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressUrlPolicyTest {
    private final UrlPolicy strict = policy(false, "93.184.216.34");
    private final UrlPolicy local = policy(true, "93.184.216.34");

    private static UrlPolicy policy(boolean allowLocal, String... answers) {
        LocalHosts hosts = new LocalHosts(allowLocal);
        NameSource names =
                host -> List.of(answers).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        return new EgressUrlPolicy(new GuardingResolver(names, new AddressPolicy(List.of()), hosts), hosts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://shop.example.com/hook              | url_scheme",
                "file:///etc/passwd                        | url_scheme",
                "gopher://shop.example.com/                | url_scheme",
                "ftp://shop.example.com/                   | url_scheme",
                "javascript:alert(1)                       | url_scheme",
                "data:text/plain,x                         | url_scheme",
                "jar:https://shop.example.com!/            | url_scheme",
                "ldap://shop.example.com                   | url_scheme",
                "https:shop.example.com                    | url_host_missing",
                "https:///hook                             | url_host_missing",
                "//shop.example.com/hook                   | url_malformed",
                "/hook                                     | url_malformed",
                "shop.example.com/hook                     | url_malformed",
                "https://                                  | url_malformed",
                "https://shop.example.com\\@127.0.0.1/     | url_malformed",
                "https://good@127.0.0.1/                   | url_user_info",
                "https://127.0.0.1:443@good/               | url_user_info",
                "https://user:pass@shop.example.com/       | url_user_info",
                "https://@shop.example.com/                | url_user_info",
                "https://shop.example.com/#top             | url_fragment",
                "https://shop.example.com/hook#            | url_fragment",
                "https://127.0.0.1/                        | url_ip_literal",
                "https://8.8.8.8/                          | url_ip_literal",
                "https://169.254.169.254/latest/meta-data  | url_ip_literal",
                "https://[::1]/                            | url_ip_literal",
                "https://[::]/                             | url_ip_literal",
                "https://[fd00:ec2::254]/                  | url_ip_literal",
                "https://[::ffff:127.0.0.1]:8443/          | url_ip_literal",
                "https://[64:ff9b::a9fe:a9fe]/             | url_ip_literal",
                "https://2130706433/                       | url_ip_literal",
                "https://127.1/                            | url_host_malformed",
                "https://0/                                | url_ip_literal",
                "https://0x7f000001/                       | url_ip_literal",
                "https://0x7f.0.0.1/                       | url_host_malformed",
                "https://0177.0.0.1/                       | url_ip_literal",
                "https://shop_one.example.com/             | url_host_malformed",
                "https://-shop.example.com/                | url_host_malformed",
                "https://shop-.example.com/                | url_host_malformed",
                "https://shop..example.com/                | url_host_malformed",
                "https://.example.com/                     | url_host_malformed",
                "https://shop%2eexample.com/               | url_host_malformed",
                "https://shop.example.com:22/              | url_port",
                "https://shop.example.com:5432/            | url_port",
                "https://shop.example.com:80/              | url_port",
                "https://shop.example.com:0/               | url_port",
                "https://shop.example.com:99999/           | url_port",
                "https://shop.example.com./hook            | url_host_trailing_dot",
                "https://localhost./                       | url_host_trailing_dot",
                "https://localhost/                        | url_host_not_public",
                "https://intranet/                         | url_host_not_public",
                "https://vault.internal/                   | url_host_not_public",
                "https://printer.local/                    | url_host_not_public",
                "https://app.localhost/                    | url_host_not_public",
                "https://1.0.0.127.in-addr.arpa/           | url_host_not_public",
                "https://hidden.onion/                     | url_host_not_public",
                "https://shop.exämple.com/                 | url_not_ascii",
                "https://shop。example.com/                | url_not_ascii",
                "https://shop.example.com/a b              | url_not_ascii"
            })
    void refusesEachBadUrlForItsOwnReason(String url, String code) {
        assertThat(strict.refusal(url)).map(UrlPolicy.Refusal::code).hasValue(code);
    }

    @Test
    void refusesControlCharactersAndLengthsBeyondReason() {
        assertThat(strict.refusal("https://shop.example.com/\r\nHost: x"))
                .map(UrlPolicy.Refusal::code)
                .hasValue("url_not_ascii");
        assertThat(strict.refusal("https://shop.example.com/\0"))
                .map(UrlPolicy.Refusal::code)
                .hasValue("url_not_ascii");
        assertThat(strict.refusal("https://shop.example.com/" + "x".repeat(2048)))
                .map(UrlPolicy.Refusal::code)
                .hasValue("url_too_long");
        assertThat(strict.refusal("https://" + "a".repeat(64) + ".example.com/"))
                .map(UrlPolicy.Refusal::code)
                .hasValue("url_host_malformed");
        assertThat(strict.refusal("https://" + "a.".repeat(130) + "example.com/"))
                .map(UrlPolicy.Refusal::code)
                .hasValue("url_host_malformed");
        assertThat(strict.refusal("")).map(UrlPolicy.Refusal::code).hasValue("url_malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example.com",
                "https://shop.example.com/hook?tenant=7&x=%20",
                "https://SHOP.Example.COM/hook",
                "https://shop.example.com:443/",
                "https://shop.example.com:8443/hook",
                "https://xn--bcher-kva.example/",
                "HTTPS://a.b.c.example.co.uk/"
            })
    void acceptsPublicHttps(String url) {
        assertThat(strict.refusal(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8095/hook", "http://127.0.0.1:1/", "https://localhost:8453/x"})
    void acceptsThisMachineInLocalModeOnly(String url) {
        assertThat(local.refusal(url)).isEmpty();
        assertThat(strict.refusal(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.:80/",
                "http://user@localhost:80/",
                "http://localhost:80/#x",
                "http://[::1]:80/",
                "http://127.0.0.2/",
                "http://0.0.0.0/",
                "http://shop.example.com/",
                "ftp://localhost/",
                "http://localhost.example.com:8080/"
            })
    void acceptsNothingElseInLocalMode(String url) {
        assertThat(local.refusal(url)).isPresent();
    }

    @Test
    void refusesAHostWithOneAddressInside() {
        UrlPolicy mixed = policy(false, "93.184.216.34", "fd00:ec2::254");

        assertThat(mixed.refusalOfForm("https://shop.example.com/")).isEmpty();
        assertThat(mixed.refusal("https://shop.example.com/"))
                .map(UrlPolicy.Refusal::code)
                .hasValue("url_address_not_public");
    }

    @Test
    void refusesAHostThatTheDnsDoesNotKnow() {
        LocalHosts hosts = new LocalHosts(false);
        NameSource nothing = host -> {
            throw new UnknownHostException(host);
        };
        UrlPolicy policy =
                new EgressUrlPolicy(new GuardingResolver(nothing, new AddressPolicy(List.of()), hosts), hosts);

        assertThat(policy.refusal("https://shop.example.com/"))
                .map(UrlPolicy.Refusal::code)
                .hasValue("url_host_unknown");
    }
}
