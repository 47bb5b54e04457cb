package com.tillhouse.api.problem;

import com.tillhouse.core.shared.Violation;
import java.util.List;

/** A request that the door itself refuses, before any use case hears of it. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemKind kind;
    private final transient List<Violation> violations;

    public RefusedException(ProblemKind kind, String detail) {
        this(kind, detail, List.of());
    }

    public RefusedException(ProblemKind kind, String detail, List<Violation> violations) {
        super(detail);
        this.kind = kind;
        this.violations = List.copyOf(violations);
    }

    ProblemKind kind() {
        return kind;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<Violation> violations() {
        return violations;
    }
}
