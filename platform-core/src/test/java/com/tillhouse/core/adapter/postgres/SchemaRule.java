package com.tillhouse.core.adapter.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule of the tenant recipe, as a question to PostgreSQL's own catalogue.
 *
 * @param sentence what holds
 * @param offenders a query whose only column names what breaks the rule
 * @param allowed what it may name: exceptions that a reader agreed to, or, for a rule that lists, all there is
 * @param wrong a change of the schema that breaks the rule
 * @param named what the rule must then name
 */
record SchemaRule(String sentence, String offenders, List<String> allowed, String wrong, String named) {

    /** A rule without exceptions. */
    SchemaRule(String sentence, String offenders, String wrong, String named) {
        this(sentence, offenders, List.of(), wrong, named);
    }

    /** What breaks the rule, as this connection sees the schema. */
    List<String> broken(Connection connection) throws SQLException {
        List<String> found = found(connection);
        found.removeAll(allowed);
        return found;
    }

    /** Exceptions that are not there any more. */
    List<String> stale(Connection connection) throws SQLException {
        List<String> stale = new ArrayList<>(allowed);
        stale.removeAll(found(connection));
        return stale;
    }

    private List<String> found(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(offenders)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
