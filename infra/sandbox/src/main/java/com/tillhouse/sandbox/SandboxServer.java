package com.tillhouse.sandbox;

import com.tillhouse.sandbox.server.PortTakenException;
import com.tillhouse.sandbox.settings.Switches;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Runs a sandbox until it is stopped. Settings come from system properties, else from the environment. */
public final class SandboxServer {

    private SandboxServer() {}

    static void main() throws InterruptedException {
        quietLog();
        PrintStream out = System.out;
        try (Sandbox sandbox = Sandbox.start(settings())) {
            out.println("Antom sandbox   " + sandbox.httpBase() + "   " + sandbox.httpsBase());
            out.println("Control API     " + sandbox.httpBase() + "/control");
            out.println("Stop with Ctrl-C.");
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            Thread.currentThread().join();
        } catch (PortTakenException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Logback's own default tells everything; a configuration given from outside wins. */
    private static void quietLog() {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "com/tillhouse/sandbox/sandbox-server-logback.xml");
        }
    }

    private static SandboxSettings settings() {
        SandboxSettings settings = SandboxSettings.defaults()
                .withAddress(setting("sandbox.address").orElse("127.0.0.1"))
                .withHttpPort(number("sandbox.http-port", 8090))
                .withHttpsPort(number("sandbox.https-port", 8453))
                .withSwitches(Switches.defaults().withRetryTimeFactor(factor()).withMagicAmounts(magicAmounts()));
        settings = setting("sandbox.page-base")
                .map(URI::create)
                .map(settings::withPageBase)
                .orElse(settings);
        return setting("sandbox.data-folder")
                .map(Path::of)
                .map(settings::withDataFolder)
                .orElse(settings);
    }

    private static int number(String name, int otherwise) {
        String text = setting(name).orElse(String.valueOf(otherwise));
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException(name + " must be a port from 0 to 65535, got " + text);
        }
        return Integer.parseInt(text);
    }

    private static double factor() {
        String text = setting("sandbox.retry-time-factor").orElse("1");
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,9})?")) {
            throw new IllegalArgumentException("sandbox.retry-time-factor must be a number like 0.01, got " + text);
        }
        return Double.parseDouble(text);
    }

    private static boolean magicAmounts() {
        String text = setting("sandbox.magic-amounts").orElse("false");
        if (!text.matches("true|false")) {
            throw new IllegalArgumentException("sandbox.magic-amounts must be true or false, got " + text);
        }
        return text.equals("true");
    }

    /** {@code sandbox.http-port} is {@code SANDBOX_HTTP_PORT} in the environment. */
    private static Optional<String> setting(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }
}
