package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program of a tenant that may call the API in one mode.
 *
 * @param clientId made by the platform, public, unique over all tenants
 * @param scopes the most that its tokens can carry
 * @param apiVersion the API as it was when the client was made; every reply names it
 * @param disabledAt from then on it gets no token and its tokens are refused
 * @param suspendedAt as {@code disabledAt}, for all clients of its tenant; null while the tenant is in good standing
 * @param secrets newest last
 */
public record ApiClient(
        TenantId tenant,
        String clientId,
        Mode mode,
        String name,
        Set<String> scopes,
        LocalDate apiVersion,
        Instant createdAt,
        @Nullable Instant disabledAt,
        @Nullable Instant suspendedAt,
        List<ClientSecret> secrets) {

    /** How many secrets may open the door at once, so that one can be replaced without a gap. */
    public static final int MOST_LIVE_SECRETS = 2;

    public ApiClient {
        scopes = Set.copyOf(scopes);
        secrets = List.copyOf(secrets);
    }

    /** True unless it was disabled, or its whole tenant suspended. */
    public boolean enabled() {
        return disabledAt == null && suspendedAt == null;
    }

    /** The secrets that open the door now. */
    public List<ClientSecret> liveSecrets(Instant now) {
        return secrets.stream().filter(secret -> secret.live(now)).toList();
    }
}
