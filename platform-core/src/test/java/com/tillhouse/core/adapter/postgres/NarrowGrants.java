package com.tillhouse.core.adapter.postgres;

import java.util.List;

/** What the two roles that look across tenants may see: a new line here is a new way past the tenant boundary and wants a reader. */
final class NarrowGrants {
    /** Table, role, privilege, columns in the order of the alphabet. */
    static final List<String> COLUMNS = List.of();

    /** Table, role, command, kind, which rows. */
    static final List<String> POLICIES = List.of();

    private NarrowGrants() {}
}
