package com.tillhouse.local;

import java.time.Clock;

/** Starts the whole platform in one process, and stops it in order when asked to. */
public final class LocalPlatform {
    private static final int JAVA = 25;
    private static final int FAILED = 1;

    private LocalPlatform() {}

    static void main(String... arguments) throws InterruptedException {
        try {
            if (Runtime.version().feature() < JAVA) {
                throw new LocalStartException("This needs Java %d or newer; it runs on %s. Set JAVA_HOME to a JDK %d."
                        .formatted(JAVA, Runtime.version(), JAVA));
            }
            run(LocalOptions.parse(arguments));
        } catch (LocalStartException e) {
            System.err.println(e.sentence());
            System.exit(FAILED);
        }
    }

    private static void run(LocalOptions options) throws InterruptedException {
        Progress progress = new Progress(System.out, Clock.systemUTC());
        RunningPlatform platform = new RunningPlatform(progress);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
        platform.start(options);
        if (options.check()) {
            System.exit(platform.check() ? 0 : FAILED);
        }
        Thread.currentThread().join();
    }
}
