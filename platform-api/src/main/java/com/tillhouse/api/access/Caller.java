package com.tillhouse.api.access;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Scope;
import java.time.LocalDate;
import java.util.Set;

/**
 * Who calls: known only from the access token and the client it was issued to.
 *
 * @param apiVersion the API as it was when the client was made
 * @param scopes words of the scopes that both the token and the client have
 */
public record Caller(TenantId tenant, Mode mode, String clientId, LocalDate apiVersion, Set<String> scopes) {

    boolean may(Scope scope) {
        return scopes.contains(scope.word());
    }
}
