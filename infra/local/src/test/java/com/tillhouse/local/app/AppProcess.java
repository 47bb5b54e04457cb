package com.tillhouse.local.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tenant API and the webhooks app in a process that tests may kill. Its arguments are those of {@link AppSettings}, by name, and settings of the apps
 * that begin with two dashes. Standard input moves its clock ({@code ahead PT30S}); it ends when that ends.
 */
public final class AppProcess {
    /** Both processes are one platform to those who call it. */
    private static final String ISSUER = "http://tillhouse.test";

    private static final Logger LOG = LoggerFactory.getLogger(AppProcess.class);

    private AppProcess() {}

    /** Starts both apps and says READY. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> given = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        List<String> own = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toList();
        Function<String, Integer> port = name -> Integer.parseInt(given.get(name));
        AppSettings settings = new AppSettings(
                given.get("database"),
                given.get("password"),
                Path.of(given.get("master-key")),
                Map.of(App.API, port.apply("api"), App.WEBHOOKS, port.apply("webhooks")),
                0);
        Stream.of(App.API, App.WEBHOOKS).parallel().forEach(app -> start(app, settings, own));
        System.out.println("READY");
        obey();
        // nobody is left who could steer it
        Runtime.getRuntime().halt(0);
    }

    private static void start(App app, AppSettings settings, List<String> own) {
        Map<String, String> arguments = new LinkedHashMap<>();
        Stream.of(
                        Arrays.stream(settings.argumentsFor(app)),
                        Stream.of(
                                "--tillhouse.api.issuer=" + ISSUER,
                                "--tillhouse.api.audience=" + ISSUER + "/v1",
                                "--management.server.port=0"),
                        own.stream())
                .flatMap(each -> each)
                // what is said last counts
                .forEach(each -> arguments.put(each.replaceFirst("=.*", ""), each));
        app.builder()
                .sources(WalkConfiguration.class, MovedClock.class)
                .registerShutdownHook(false)
                .run(arguments.values().toArray(String[]::new));
    }

    private static void obey() throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", 2);
            if (words[0].equals("log")) {
                LOG.info("{}", words[1]);
            }
            if (words[0].equals("ahead")) {
                MovedClock.ahead(Duration.parse(words[1]));
                System.out.println("AHEAD " + words[1]);
            }
        }
    }
}
