package com.tillhouse.local.app;

import com.tillhouse.local.LocalStartException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/** The three apps, each a Spring application of its own. */
public final class RunningApps implements AutoCloseable {
    private final Map<App, ConfigurableApplicationContext> contexts;

    private RunningApps(Map<App, ConfigurableApplicationContext> contexts) {
        this.contexts = contexts;
    }

    /**
     * Starts them side by side; all of them answer when this returns. The API waits for the admin app: Vaadin replaces the
     * strategy that Spring Security keeps in a static field, and an app that saw both would forget who is signed in.
     */
    public static RunningApps start(AppSettings settings, Consumer<App> started) {
        Map<App, CompletableFuture<ConfigurableApplicationContext>> starting = new EnumMap<>(App.class);
        CompletableFuture<Void> now = CompletableFuture.completedFuture(null);
        CompletableFuture<ConfigurableApplicationContext> admin = starting(App.ADMIN, now, settings, started);
        starting.put(App.ADMIN, admin);
        starting.put(App.WEBHOOKS, starting(App.WEBHOOKS, now, settings, started));
        starting.put(App.API, starting(App.API, admin, settings, started));
        Map<App, ConfigurableApplicationContext> contexts = new EnumMap<>(App.class);
        List<LocalStartException> failures = new ArrayList<>();
        for (Map.Entry<App, CompletableFuture<ConfigurableApplicationContext>> entry : starting.entrySet()) {
            try {
                contexts.put(entry.getKey(), entry.getValue().join());
            } catch (CompletionException e) {
                failures.add(new LocalStartException(
                        "The %s does not start: %s".formatted(entry.getKey().title(), reason(e)), e));
            }
        }
        RunningApps running = new RunningApps(contexts);
        if (!failures.isEmpty()) {
            running.close();
            throw failures.getFirst();
        }
        return running;
    }

    /** A part of an app's core, to set the platform up with. */
    public <T> T get(App app, Class<T> part) {
        ConfigurableApplicationContext context = contexts.get(app);
        if (context == null) {
            throw new IllegalStateException(app + " does not run");
        }
        return context.getBean(part);
    }

    /** Lets running requests end, then stops all three at once. */
    @Override
    public void close() {
        contexts.values().parallelStream().forEach(ConfigurableApplicationContext::close);
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static CompletableFuture<ConfigurableApplicationContext> starting(
            App app, CompletableFuture<?> after, AppSettings settings, Consumer<App> started) {
        return after.thenApplyAsync(
                done -> run(app, settings, started),
                task -> Thread.ofPlatform().name("start-" + app).start(task));
    }

    private static ConfigurableApplicationContext run(App app, AppSettings settings, Consumer<App> started) {
        // the local platform stops the apps itself, before the database
        ConfigurableApplicationContext context =
                app.builder().registerShutdownHook(false).run(settings.argumentsFor(app));
        started.accept(app);
        return context;
    }
}
