package com.tillhouse.core.shared;

import java.util.List;

/** A well-formed request that breaks a rule; says which fields and why. */
public final class InvalidRequestException extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final transient List<Violation> violations;

    public InvalidRequestException(List<Violation> violations) {
        super("invalid_request", "The request breaks " + violations.size() + " rule(s); see errors.");
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
