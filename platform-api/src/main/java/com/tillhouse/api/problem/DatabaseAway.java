package com.tillhouse.api.problem;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that does not serve from everything else that can go wrong; what wraps it differs with the moment at which it went. */
final class DatabaseAway {
    /** PostgreSQL's classes: connection exception, insufficient resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private DatabaseAway() {}

    static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && away(said.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The pool names no state when it has no connection left, or the one in use is gone. */
    private static boolean away(@Nullable String state) {
        return state == null || state.length() < 2 || CLASSES.contains(state.substring(0, 2));
    }
}
