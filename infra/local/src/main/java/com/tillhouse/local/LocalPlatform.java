package com.tillhouse.local;

import com.tillhouse.local.check.CheckFailedException;
import com.tillhouse.local.check.PurchaseCheck;
import java.time.Clock;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the whole platform in one process, and stops it in order when asked to. */
public final class LocalPlatform {
    private static final int FAILED = 1;
    private static final String LOG_FILE = "tillhouse.log";

    private LocalPlatform() {}

    static void main(String... arguments) throws InterruptedException {
        try {
            LocalOptions options = LocalOptions.parse(arguments);
            logToFileOnly(options);
            if (options.act() == LocalOptions.Act.CHECK_INVARIANTS) {
                System.exit(RunningPlatform.of(options).checkInvariants());
            }
            if (options.act() == LocalOptions.Act.VERIFY_AUDIT) {
                System.exit(RunningPlatform.of(options).verifyAudit());
            }
            run(options);
        } catch (LocalStartException e) {
            System.err.println(e.sentence());
            System.exit(FAILED);
        } catch (RuntimeException e) {
            // nobody is above this to tell: the details go to the log
            LoggerFactory.getLogger(LocalPlatform.class).error("the local platform failed", e);
            System.err.println(
                    "The local platform failed: %s (details: %s)".formatted(e, System.getProperty(LOG_FILE)));
            System.exit(FAILED);
        }
    }

    private static void run(LocalOptions options) throws InterruptedException {
        Progress progress = new Progress(System.out, Clock.systemUTC());
        StopOrder stopOrder = new StopOrder();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopOrder, progress), "stop"));
        if (options.stopWithParent()) {
            ProcessHandle.current().parent().ifPresent(LocalPlatform::stopWith);
        }
        PlatformFile platform = new PlatformStart(options, progress, stopOrder).start();
        if (options.act() == LocalOptions.Act.CHECK) {
            System.exit(check(platform, progress));
        }
        progress.print("Stop with Ctrl-C.");
        Thread.currentThread().join();
    }

    private static void stopWith(ProcessHandle parent) {
        Thread.ofPlatform().name("parent").daemon().start(() -> {
            parent.onExit().join();
            System.exit(0);
        });
    }

    private static int check(PlatformFile platform, Progress progress) throws InterruptedException {
        try {
            new PurchaseCheck(platform, platform.tenants().getFirst(), progress, Clock.systemUTC()).run();
            progress.say("Check passed: bought, paid, told, and succeeded.");
            return 0;
        } catch (CheckFailedException e) {
            progress.say("Check FAILED: " + e.getMessage());
            return FAILED;
        }
    }

    private static void stop(StopOrder stopOrder, Progress progress) {
        if (stopOrder.stopAll()) {
            progress.say("Stopped.");
        }
    }

    /** logback.xml decides; three apps that each set up logging anew would only disturb one another. */
    private static void logToFileOnly(LocalOptions options) {
        System.setProperty(
                LOG_FILE, options.json().resolveSibling("platform.log").toString());
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
