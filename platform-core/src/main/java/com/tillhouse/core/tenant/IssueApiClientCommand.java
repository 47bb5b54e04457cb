package com.tillhouse.core.tenant;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;
import java.util.Set;

/** Asks for a new API client. Checks itself when made. */
public record IssueApiClientCommand(TenantId tenant, Mode mode, String name, Set<String> scopes) {
    private static final int NAME_MAX = 120;

    public IssueApiClientCommand {
        scopes = Set.copyOf(scopes);
        Violations found = new Violations();
        found.text("/name", name, NAME_MAX);
        found.require(!scopes.isEmpty(), "/scopes", "required", "must name at least one scope.");
        scopes.forEach(scope -> found.optionalWord("/scopes", scope, Scope.words()));
        found.throwIfAny();
    }
}
