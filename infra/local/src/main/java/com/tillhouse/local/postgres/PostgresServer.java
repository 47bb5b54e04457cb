package com.tillhouse.local.postgres;

import com.tillhouse.local.LocalStartException;
import com.tillhouse.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A PostgreSQL server on a data folder that survives restarts. Durable: what is committed survives kill -9 of anything.
 * It listens on localhost only and asks for passwords.
 */
public final class PostgresServer implements AutoCloseable {
    /** The superuser that {@code initdb} makes. */
    public static final String SUPERUSER = "postgres";

    private final PostgresPrograms programs;
    private final PostgresDataFolder data;
    private final Path log;
    private final int port;

    private PostgresServer(PostgresPrograms programs, PostgresDataFolder data, Path log, int port) {
        this.programs = programs;
        this.data = data;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts on {@code parent/postgres}, which is made on the first start; a server that a killed platform left behind on
     * it is stopped first. The caller holds the lock of the parent folder.
     */
    public static PostgresServer start(Path parent, int port, String superuserPassword) {
        try {
            PostgresPrograms programs = new PostgresPrograms(PostgresBinaries.unpackInto(parent));
            PostgresDataFolder data = new PostgresDataFolder(parent.resolve("postgres"), programs);
            PostgresServer server = new PostgresServer(programs, data, parent.resolve("postgres.log"), port);
            data.prepare(superuserPassword);
            server.stopLeftover();
            Ports.requireFree(List.of(port));
            server.start();
            return server;
        } catch (IOException e) {
            throw new LocalStartException(
                    "PostgreSQL can't use the data folder %s: %s".formatted(parent, e.getMessage()), e);
        }
    }

    /** Stops it; running transactions are rolled back, committed ones are on disk. */
    @Override
    public void close() {
        try {
            PostgresPrograms.Finished stopped =
                    programs.run("pg_ctl", List.of("stop", "-D", data.path(), "-m", "fast", "-w"));
            if (stopped.failed() && data.runningServer().isPresent()) {
                throw new IllegalStateException("PostgreSQL did not stop: " + stopped.output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopLeftover() throws IOException {
        if (data.runningServer().isPresent()) {
            close();
        }
        data.forgetDeadServer();
    }

    private void start() throws IOException {
        String options = Map.of(
                        "port", String.valueOf(port),
                        "listen_addresses", "localhost",
                        "unix_socket_directories", "",
                        "shared_buffers", "64MB",
                        "max_connections", "100",
                        "max_wal_size", "256MB",
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "timezone", "UTC",
                        "jit", "off")
                .entrySet()
                .stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        Files.deleteIfExists(log);
        PostgresPrograms.Finished started = programs.run(
                "pg_ctl", List.of("start", "-D", data.path(), "-l", log.toString(), "-o", options, "-w", "-t", "60"));
        if (started.failed()) {
            throw new LocalStartException(
                    "PostgreSQL does not start on %s: %s (all it said: %s)".formatted(data.path(), reason(), log));
        }
    }

    /** The line that says what is wrong; PostgreSQL surrounds it with hints and advice. */
    private String reason() throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("ERROR"))
                .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|ERROR): +", ""))
                .reduce((first, second) -> second)
                .or(() -> lines.stream().filter(line -> !line.isBlank()).findFirst())
                .orElse("no reason given");
    }
}
