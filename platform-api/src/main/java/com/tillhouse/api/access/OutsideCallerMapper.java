package com.tillhouse.api.access;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.FindTenant;
import com.tillhouse.core.tenant.IssueApiClient;
import com.tillhouse.core.tenant.Scope;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Turns an outside issuer's verified token into its caller: of a tenant that exists, is not suspended, and that the issuer may speak for. Its clients are not ours, so
 * their names get the issuer's before them and never meet a name of ours.
 */
final class OutsideCallerMapper implements Converter<Jwt, CallerToken> {
    private static final Pattern CLIENT = Pattern.compile("[!-~]{1,200}");
    private static final Map<String, Mode> MODES = Map.of("test", Mode.TEST, "live", Mode.LIVE);

    private final String name;
    private final OutsideIssuer issuer;
    private final FindTenant tenants;

    OutsideCallerMapper(String name, OutsideIssuer issuer, FindTenant tenants) {
        this.name = name;
        this.issuer = issuer;
        this.tenants = tenants;
    }

    @Override
    public CallerToken convert(Jwt token) {
        TenantId tenant = tenant(text(token, issuer.tenantClaim()));
        String client = text(token, issuer.clientClaim());
        boolean known =
                CLIENT.matcher(client).matches() && issuer.maySpeakFor(tenant) && tenants.inGoodStanding(tenant);
        if (!known) {
            throw refused();
        }
        Caller caller = new Caller(tenant, mode(token), name + ":" + client, IssueApiClient.API_VERSION, scopes(token));
        return new CallerToken(caller, token);
    }

    /** Only as we write it ourselves; Java takes shorter forms too. */
    private static TenantId tenant(String text) {
        try {
            TenantId tenant = new TenantId(UUID.fromString(text));
            if (tenant.toString().equals(text)) {
                return tenant;
            }
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        throw refused();
    }

    private Mode mode(Jwt token) {
        @Nullable Mode fixed = issuer.mode();
        if (fixed != null) {
            return fixed;
        }
        @Nullable Mode claimed = MODES.get(text(token, String.valueOf(issuer.modeClaim())));
        if (claimed == null) {
            throw refused();
        }
        return claimed;
    }

    private Set<String> scopes(Jwt token) {
        @Nullable Object value = token.getClaims().get(issuer.scopeClaim());
        Stream<?> words = switch (value) {
            case String text -> Stream.of(text.split(" ", -1));
            case Collection<?> list -> list.stream();
            case null, default -> Stream.empty();
        };
        return words.filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(Scope.words()::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String text(Jwt token, String claim) {
        @Nullable Object value = token.getClaims().get(claim);
        if (value instanceof String text) {
            return text;
        }
        throw refused();
    }

    private static InvalidBearerTokenException refused() {
        return new InvalidBearerTokenException("refused");
    }
}
