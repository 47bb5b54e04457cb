package com.tillhouse.core.adapter.egress;

import com.tillhouse.core.shared.UrlPolicy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** https on port 443 or 8443 to a named host in the open internet; in local mode also http and any port, to this machine only. */
final class EgressUrlPolicy implements UrlPolicy {
    private static final int LONGEST = 2048;
    private static final int LONGEST_HOST = 253;
    private static final Set<Integer> PORTS = Set.of(-1, 443, 8443);
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final Set<String> INSIDE = Set.of(
            "localhost",
            "local",
            "localdomain",
            "internal",
            "intranet",
            "private",
            "lan",
            "corp",
            "home",
            "arpa",
            "onion",
            "invalid",
            "test");

    /** In this order: what a rule may rely on was proved by the ones above it. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    uri -> uri.getRawUserInfo() == null && !has(uri.getRawAuthority(), '@'),
                    "url_user_info",
                    "must not contain user info."),
            new Rule(uri -> uri.getRawFragment() == null, "url_fragment", "must not contain a fragment."),
            new Rule(uri -> "https".equalsIgnoreCase(uri.getScheme()), "url_scheme", "must begin with https://."),
            new Rule(uri -> !uri.isOpaque() && has(uri.getRawAuthority()), "url_host_missing", "must name a host."),
            new Rule(uri -> !has(uri.getRawAuthority(), '['), "url_ip_literal", "must name a host, not an IP address."),
            new Rule(
                    uri -> has(uri.getHost()),
                    "url_host_malformed",
                    "must name a host by letters, digits, hyphens and dots."),
            new Rule(uri -> PORTS.contains(uri.getPort()), "url_port", "must use port 443 or 8443."),
            new Rule(
                    uri -> !NUMERIC.matcher(lastLabel(uri)).matches(),
                    "url_ip_literal",
                    "must name a host, not an IP address."),
            new Rule(
                    uri -> !uri.getHost().endsWith("."),
                    "url_host_trailing_dot",
                    "must name a host without a dot at its end."),
            new Rule(
                    uri -> has(uri.getHost(), '.'),
                    "url_host_not_public",
                    "must name a host in the public DNS, such as shop.example.com."),
            new Rule(
                    uri -> !INSIDE.contains(lastLabel(uri)),
                    "url_host_not_public",
                    "must name a host in the public DNS, such as shop.example.com."),
            new Rule(
                    EgressUrlPolicy::wellFormedHost,
                    "url_host_malformed",
                    "must name a host by letters, digits, hyphens and dots."));

    private final GuardingResolver resolver;
    private final LocalHosts local;

    EgressUrlPolicy(GuardingResolver resolver, LocalHosts local) {
        this.resolver = resolver;
        this.local = local;
    }

    @Override
    public Optional<Refusal> refusalOfForm(String url) {
        if (url.length() > LONGEST) {
            return refused("url_too_long", "must have at most " + LONGEST + " characters.");
        }
        if (url.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return refused("url_not_ascii", "must consist of visible ASCII; write an international host in punycode.");
        }
        URI uri = parse(url);
        if (uri == null || !uri.isAbsolute()) {
            return refused("url_malformed", "must be an absolute URL.");
        }
        return isLocal(uri) ? Optional.empty() : brokenRule(uri);
    }

    @Override
    public Optional<Refusal> refusal(String url) {
        return refusalOfForm(url).or(() -> refusalOfAddress(URI.create(url).getHost()));
    }

    private Optional<Refusal> refusalOfAddress(String host) {
        try {
            resolver.resolve(host);
            return Optional.empty();
        } catch (ForbiddenAddressException e) {
            return refused("url_address_not_public", "must name a host whose addresses are all in the open internet.");
        } catch (UnknownHostException e) {
            return refused("url_host_unknown", "must name a host that the DNS knows.");
        }
    }

    private boolean isLocal(URI uri) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return web
                && uri.getHost() != null
                && local.allow(uri.getHost())
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null;
    }

    private static Optional<Refusal> brokenRule(URI uri) {
        return RULES.stream()
                .filter(rule -> !rule.holds().test(uri))
                .findFirst()
                .map(rule -> new Refusal(rule.code(), rule.detail()));
    }

    private static boolean wellFormedHost(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.length() <= LONGEST_HOST
                && Stream.of(host.split("\\.", -1))
                        .allMatch(label -> LABEL.matcher(label).matches());
    }

    private static String lastLabel(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private static boolean has(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private static boolean has(@Nullable String text, char wanted) {
        return text != null && text.indexOf(wanted) >= 0;
    }

    private static @Nullable URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static Optional<Refusal> refused(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }

    /** One thing that must hold, and what to say when it does not. */
    private record Rule(Predicate<URI> holds, String code, String detail) {}
}
