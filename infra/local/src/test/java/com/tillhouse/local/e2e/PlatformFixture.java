package com.tillhouse.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.local.PlatformFile;
import com.tillhouse.local.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The local platform as a child process, on a data folder and on ports of its own. */
final class PlatformFixture implements AutoCloseable {
    static final Path DATA = Path.of("target", "e2e-data").toAbsolutePath();
    private static final Path JSON = Path.of("target", "e2e", "platform.json").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String READY = "Stop with Ctrl-C.";

    private final Process process;
    private final Path output;

    private PlatformFixture(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it with these options; does not wait. */
    static PlatformFixture launch(Path data, String... options) {
        try {
            Files.createDirectories(JSON.getParent());
            Path output = Files.createTempFile(JSON.getParent(), "output", ".txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@jvm.args",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "com.tillhouse.local.LocalPlatform",
                    "--stop-with-parent",
                    "--data=" + data,
                    "--port-offset=2000",
                    "--json=" + JSON));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new PlatformFixture(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it on the common data folder and waits until it is ready. */
    static PlatformFixture started(String... options) throws InterruptedException {
        return awaited(launch(DATA, options));
    }

    /** Starts it on a data folder that is emptied first. */
    static PlatformFixture startedAnew(Path data) throws IOException, InterruptedException {
        if (Files.exists(data)) {
            try (Stream<Path> within = Files.walk(data)) {
                for (Path each : within.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return awaited(launch(data));
    }

    private static PlatformFixture awaited(PlatformFixture platform) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!platform.output().contains(READY)) {
            assertThat(platform.process.isAlive()).as(platform.output()).isTrue();
            assertThat(System.nanoTime()).as(platform.output()).isLessThan(end);
            platform.process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        return platform;
    }

    /** Where everything is. */
    PlatformFile file() {
        return new PrivateFile(JSON).read(PlatformFile.class).orElseThrow();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code, once it has ended by itself. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(output())
                .isTrue();
        return process.exitValue();
    }

    /** As kill -9 does: nothing gets a chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As Ctrl-C does. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    long pid() {
        return process.pid();
    }

    /** Proportional memory of the platform and its database server, in MiB. */
    long residentMebibytes() throws IOException {
        String server = Files.readAllLines(DATA.resolve("postgres").resolve("postmaster.pid"))
                .getFirst();
        Stream<ProcessHandle> postgres = ProcessHandle.of(Long.parseLong(server.strip()))
                .map(parent -> Stream.concat(Stream.of(parent), parent.descendants()))
                .orElseThrow();
        return Stream.concat(Stream.of(process.toHandle()), postgres)
                        .mapToLong(each -> proportionalKibibytes(each.pid()))
                        .sum()
                / 1024;
    }

    private static long proportionalKibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            // a backend that has just ended holds nothing
            return 0;
        }
    }
}
