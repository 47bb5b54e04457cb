package com.tillhouse.supply;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A build of small modules that have the root pom as their parent, run by the same Maven as this build. Their dependencies are canaries in a local
 * repository of their own, in front of the real one, so that nothing wrong is ever downloaded.
 */
final class CanaryBuild {
    private final Path folder;
    private final Map<String, List<Canary>> modules = new LinkedHashMap<>();

    CanaryBuild(Path folder) {
        this.folder = folder;
    }

    CanaryBuild module(String name, Canary... dependencies) {
        modules.put(name, List.of(dependencies));
        return this;
    }

    /** Runs these goals on every module, also after one has failed; returns what Maven printed. */
    String run(String... goals) throws IOException, InterruptedException {
        write(
                folder.resolve("pom.xml"),
                pom(
                        "canaries",
                        "<packaging>pom</packaging>",
                        "modules",
                        modules.keySet().stream()
                                .map("<module>%s</module>"::formatted)
                                .toList()));
        for (Map.Entry<String, List<Canary>> module : modules.entrySet()) {
            List<Canary> canaries = module.getValue();
            write(
                    folder.resolve(module.getKey()).resolve("pom.xml"),
                    pom(
                            module.getKey(),
                            "",
                            "dependencies",
                            canaries.stream().map(Canary::asDependency).toList()));
            for (Canary canary : canaries) {
                install(canary);
            }
        }
        return maven(goals);
    }

    private String pom(String name, String packaging, String list, List<String> entries) {
        Path parent = folder.resolve(name)
                .relativize(
                        Path.of(setting("root")).toAbsolutePath().normalize().resolve("pom.xml"));
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>com.tillhouse</groupId><artifactId>tillhouse</artifactId><version>0.1.0-SNAPSHOT</version><relativePath>%s</relativePath></parent>
                  <groupId>com.tillhouse.canary</groupId><artifactId>%s</artifactId>%s
                  <%s>%s</%s>
                </project>
                """.formatted(
                        packaging.isEmpty() ? parent : parent.subpath(1, parent.getNameCount()),
                        name,
                        packaging,
                        list,
                        String.join("", entries),
                        list);
    }

    private void install(Canary canary) throws IOException {
        Path home = folder.resolve("repository")
                .resolve(canary.group().replace('.', '/'))
                .resolve(canary.artifact())
                .resolve(canary.version());
        String name = canary.artifact() + "-" + canary.version();
        write(home.resolve(name + ".pom"), canary.pom());
        try (OutputStream file = Files.newOutputStream(home.resolve(name + ".jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            for (String type : canary.classes()) {
                jar.putNextEntry(new JarEntry(type.replace('.', '/') + ".class"));
                jar.write((canary + type).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private String maven(String... goals) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(List.of(
                Path.of(setting("maven"), "bin", windows ? "mvn.cmd" : "mvn").toString(),
                "-B",
                "-fae",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "-Dmaven.repo.local.tail=" + setting("repository")));
        command.addAll(List.of(goals));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectOutput(folder.resolve("build.log").toFile());
        Process process = builder.start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException(
                        "Maven did not end within five minutes: " + folder.resolve("build.log"));
            }
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(folder.resolve("build.log"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Whether this build's Maven can put one local repository in front of another. */
    static boolean possible() {
        return Runtime.Version.parse(setting("maven-version")).compareTo(Runtime.Version.parse("3.9.1")) >= 0;
    }

    static String setting(String name) {
        return Objects.requireNonNull(
                System.getProperty("supply." + name), () -> "supply." + name + " is set by infra/supply/pom.xml");
    }
}
