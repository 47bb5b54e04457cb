package com.tillhouse.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.local.LocalStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    private static final String PASSWORD = "local-secret";

    @TempDir
    private static Path parent;

    private int port;

    @BeforeEach
    void pickPort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            port = any.getLocalPort();
        }
    }

    @Test
    void takesOverFromAServerThatWasLeftBehind() throws Exception {
        PostgresServer.start(parent, port, PASSWORD);
        execute("create table if not exists kept (id int)", "insert into kept values (1)");

        // nobody closed the first one, as after kill -9
        try (PostgresServer second = PostgresServer.start(parent, port, PASSWORD)) {
            assertThat(number("select count(*) from kept")).isPositive();
        }
        assertThatThrownBy(() -> number("select 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void loosesNothingThatWasCommitted() throws Exception {
        try (PostgresServer server = PostgresServer.start(parent, port, PASSWORD)) {
            assertThat(text("show fsync")).isEqualTo("on");
            assertThat(text("show synchronous_commit")).isEqualTo("on");
            assertThat(text("show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void asksForThePassword() {
        try (PostgresServer server = PostgresServer.start(parent, port, PASSWORD)) {
            assertThatThrownBy(() -> DriverManager.getConnection(url(), PostgresServer.SUPERUSER, "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void refusesAFolderThatIsNotPostgresqls(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("postgres"));

        assertThatThrownBy(() -> PostgresServer.start(other, port, PASSWORD))
                .isInstanceOf(LocalStartException.class)
                .hasMessageContaining("is not a PostgreSQL data folder");
    }

    @Test
    void refusesAFolderOfAnotherMajorVersion(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("postgres"));
        Files.writeString(other.resolve("postgres").resolve("PG_VERSION"), "15\n");

        assertThatThrownBy(() -> PostgresServer.start(other, port, PASSWORD))
                .isInstanceOf(LocalStartException.class)
                .hasMessageContaining("made by PostgreSQL 15");
    }

    @Test
    void saysInOneSentenceWhyABrokenFolderDoesNotStart(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("postgres"));
        Files.writeString(other.resolve("postgres").resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(() -> PostgresServer.start(other, port, PASSWORD))
                .isInstanceOf(LocalStartException.class)
                .hasMessageContaining("does not start")
                .hasMessageNotContaining("no reason given");
    }

    @Test
    void namesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PostgresServer.start(parent, taken.getLocalPort(), PASSWORD))
                    .isInstanceOf(LocalStartException.class)
                    .hasMessageContaining("Port " + port + " is already in use");
        }
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), PostgresServer.SUPERUSER, PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private int number(String sql) throws SQLException {
        return Integer.parseInt(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), PostgresServer.SUPERUSER, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
