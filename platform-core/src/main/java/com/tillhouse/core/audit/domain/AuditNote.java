package com.tillhouse.core.audit.domain;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a use case tells of its privileged act.
 *
 * @param personId who did it, when the act itself names a person; else whoever acts on this thread
 * @param details by name; never a secret
 */
public record AuditNote(
        AuditAction action, String objectId, @Nullable String personId, SortedMap<String, String> details) {
    public AuditNote {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** An act upon this object. */
    public static AuditNote of(AuditAction action, String objectId) {
        return new AuditNote(action, objectId, null, new TreeMap<>());
    }

    /** Adds a detail; what is null goes without saying. */
    public AuditNote with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        TreeMap<String, String> more = new TreeMap<>(details);
        // PostgreSQL keeps no zero byte
        more.put(name, value.toString().replace('\0', '?'));
        return new AuditNote(action, objectId, personId, more);
    }

    /** Adds what was and what is, if they differ. */
    public AuditNote changed(String name, Object before, Object after) {
        return before.equals(after) ? this : with(name + "_before", before).with(name + "_after", after);
    }

    /** Done by this person. */
    public AuditNote by(String person) {
        return new AuditNote(action, objectId, person, details);
    }
}
