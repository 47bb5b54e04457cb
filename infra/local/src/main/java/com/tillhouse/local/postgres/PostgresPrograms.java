package com.tillhouse.local.postgres;

import com.tillhouse.local.LocalStartException;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. PostgreSQL refuses to run as root, so root runs them in a user namespace of their own, in
 * which it is nobody.
 */
final class PostgresPrograms {
    private static final int MINUTES = 2;

    private final PostgresBinaries binaries;
    private final boolean inNamespace;

    PostgresPrograms(PostgresBinaries binaries) {
        this.binaries = binaries;
        this.inNamespace = LinuxUtils.isUnshareAvailable();
    }

    /** The major version of these binaries, such as {@code 17}. */
    String majorVersion() throws IOException {
        String said = run("postgres", List.of("--version")).output();
        String number = said.substring(said.lastIndexOf(' ') + 1).strip();
        return number.contains(".") ? number.substring(0, number.indexOf('.')) : number;
    }

    /** Runs to the end; the output is both streams together. */
    Finished run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (inNamespace) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Path output = Files.createTempFile("tillhouse-" + program, ".txt");
        try {
            // into a file: a server that pg_ctl leaves behind would keep a pipe open for ever
            Process process = builder.redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new LocalStartException(
                        "PostgreSQL's %s did not finish within %d minutes.".formatted(program, MINUTES));
            }
            return new Finished(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStartException("The start was interrupted.", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** How a program ended and what it said. */
    record Finished(int exitCode, String output) {

        boolean failed() {
            return exitCode != 0;
        }
    }
}
