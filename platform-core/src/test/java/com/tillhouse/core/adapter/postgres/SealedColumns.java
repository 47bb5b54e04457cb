package com.tillhouse.core.adapter.postgres;

import java.util.List;
import java.util.stream.Stream;

/** What the code says of sealed columns, for tests that compare it with the schema. */
public final class SealedColumns {
    private SealedColumns() {}

    /** Table and column of each. */
    public static List<String> all() {
        return Stream.concat(SealedColumn.OF_TENANTS.stream(), SealedColumn.OF_PLATFORM.stream())
                .map(column -> column.table() + "." + column.column())
                .toList();
    }
}
