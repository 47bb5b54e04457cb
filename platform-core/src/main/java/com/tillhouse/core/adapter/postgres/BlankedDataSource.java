package com.tillhouse.core.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands out connections that speak for nobody: whatever tenant, directory key or role a session was left with is blanked each time, so that
 * only what a transaction sets for itself counts. The tenant is set per transaction and ends with it; this holds also when somebody forgets that.
 */
public final class BlankedDataSource extends DelegatingDataSource {
    private static final String BLANK =
            "select set_config('role', 'none', false), set_config('app.tenant', '', false), set_config('app.directory_key', '', false),"
                    + " set_config('app.visitor', '', false), set_config('app.proposal', '', false)";

    public BlankedDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return blanked(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return blanked(super.getConnection(user, password));
    }

    /** A connection that can't be blanked is given back, not out. */
    private static Connection blanked(Connection connection) throws SQLException {
        try {
            blank(connection);
            return connection;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    /** Outside a transaction: one that is rolled back later would bring the old values back. */
    private static void blank(Connection connection) throws SQLException {
        boolean each = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (PreparedStatement statement = connection.prepareStatement(BLANK)) {
            statement.execute();
        }
        connection.setAutoCommit(each);
    }
}
