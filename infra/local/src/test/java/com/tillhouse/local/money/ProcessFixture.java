package com.tillhouse.local.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.local.app.AppProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process of the platform: the tenant API and the webhooks app, with its ports. */
final class ProcessFixture implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final PrintStream orders;
    private final URI api;
    private final Path log;
    private final PrintStream said;
    private final List<String> lines = new ArrayList<>();
    private boolean over;

    private ProcessFixture(Process process, URI api, Path log, PrintStream said) {
        this.said = said;
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.api = api;
        this.log = log;
    }

    /** Starts it with these arguments of {@link AppProcess}; does not wait. */
    static ProcessFixture launch(String name, URI api, List<String> arguments) {
        Path folder = Path.of("target", "money").toAbsolutePath();
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@jvm.args",
                "-Dtillhouse.log=" + log,
                "-Dlogback.configurationFile=logback.xml",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-classpath",
                System.getProperty("java.class.path"),
                AppProcess.class.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(folder.resolve(name + ".err").toFile())
                    .start();
            ProcessFixture fixture = new ProcessFixture(
                    process,
                    api,
                    log,
                    new PrintStream(folder.resolve(name + ".out").toFile(), StandardCharsets.UTF_8));
            Thread.ofVirtual().name("output-" + name).start(fixture::listen);
            return fixture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            hear("no more to be heard: " + e);
        } finally {
            end();
        }
    }

    private synchronized void hear(String line) {
        lines.add(line);
        said.println(line);
        notifyAll();
    }

    private synchronized void end() {
        over = true;
        notifyAll();
    }

    /** Waits until it has said this line. */
    synchronized void awaitLine(String line) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!lines.contains(line)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            assertThat(over || left <= 0)
                    .as("process never said '%s'; its log: %s; last it said: %s", line, log, lastLines())
                    .isFalse();
            wait(left);
        }
    }

    private List<String> lastLines() {
        return lines.subList(Math.max(0, lines.size() - 5), lines.size());
    }

    void awaitReady() throws InterruptedException {
        awaitLine("READY");
    }

    /** The rest of all lines that begin so. */
    synchronized List<String> said(String beginning) {
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .toList();
    }

    /** Moves its clock. */
    void ahead(Duration ahead) throws InterruptedException {
        orders.println("ahead " + ahead);
        awaitLine("AHEAD " + ahead);
    }

    /** Lets it log this, as code might that does not know better. */
    void say(String text) {
        orders.println("log " + text);
    }

    URI api() {
        return api;
    }

    /** SIGKILL: nothing gets a chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        // 128 + 9
        assertThat(process.exitValue()).isEqualTo(137);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(1, TimeUnit.MINUTES);
    }
}
