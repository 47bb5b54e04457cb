package com.tillhouse.local.postgres;

import com.tillhouse.local.LocalStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The folder that one PostgreSQL server keeps its data in. */
final class PostgresDataFolder {
    private final Path folder;
    private final PostgresPrograms programs;

    PostgresDataFolder(Path folder, PostgresPrograms programs) {
        this.folder = folder;
        this.programs = programs;
    }

    String path() {
        return folder.toString();
    }

    /** Makes the folder if it is not there; refuses one that is not PostgreSQL's or of another major version. */
    void prepare(String superuserPassword) throws IOException {
        if (!Files.exists(folder)) {
            create(superuserPassword);
        }
        Path versionFile = folder.resolve("PG_VERSION");
        if (!Files.isRegularFile(versionFile)) {
            throw new LocalStartException(
                    "%s is not a PostgreSQL data folder (it has no PG_VERSION); move it away and start again."
                            .formatted(folder));
        }
        String found = Files.readString(versionFile).strip();
        String wanted = programs.majorVersion();
        if (!found.equals(wanted)) {
            throw new LocalStartException(
                    "%s was made by PostgreSQL %s, and this is PostgreSQL %s; move it away and start again."
                            .formatted(folder, found, wanted));
        }
    }

    /** The process of the server that runs on this folder, if one does. */
    Optional<ProcessHandle> runningServer() throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 2 || !Path.of(lines.get(1)).equals(folder)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(PostgresDataFolder::isPostgres);
    }

    /** Removes the mark of a server that no longer runs, also when another program got its process number meanwhile. */
    void forgetDeadServer() throws IOException {
        if (runningServer().isEmpty()) {
            Files.deleteIfExists(folder.resolve("postmaster.pid"));
        }
    }

    private void create(String superuserPassword) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        PostgresBinaries.deleteTree(unfinished);
        Path password = Files.createTempFile("tillhouse", ".pw");
        try {
            Files.writeString(password, superuserPassword);
            PostgresPrograms.Finished made = programs.run(
                    "initdb",
                    List.of(
                            "-D",
                            unfinished.toString(),
                            "-U",
                            PostgresServer.SUPERUSER,
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + password,
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
            if (made.failed()) {
                throw new LocalStartException(
                        "PostgreSQL can't make its data folder %s: %s".formatted(folder, lastLine(made.output())));
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.delete(password);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(path -> Path.of(path).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    private static String lastLine(String text) {
        return text.strip()
                .lines()
                .filter(line -> line.contains("error"))
                .findFirst()
                .orElse(text.strip());
    }
}
