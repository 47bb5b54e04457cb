package com.tillhouse.supply;

import java.util.List;

/**
 * An artifact that is made up for a test; it goes by the coordinates of a real one where the rule knows it by name.
 *
 * @param licences as its pom names them; of several the user may choose one
 * @param classes the names of its classes, which are empty
 */
record Canary(String group, String artifact, String version, List<String> licences, List<String> classes) {
    static final String FREE = "Apache-2.0";

    /** A harmless one. */
    static Canary of(String coordinates) {
        String[] parts = coordinates.split(":", 3);
        return new Canary(parts[0], parts[1], parts[2], List.of(FREE), List.of());
    }

    Canary under(String... others) {
        return new Canary(group, artifact, version, List.of(others), classes);
    }

    Canary with(String... others) {
        return new Canary(group, artifact, version, licences, List.of(others));
    }

    String asDependency() {
        return "<dependency>%s</dependency>".formatted(coordinates());
    }

    String pom() {
        String named = String.join(
                "",
                licences.stream()
                        .map("<license><name>%s</name></license>"::formatted)
                        .toList());
        return "<project><modelVersion>4.0.0</modelVersion>%s<licenses>%s</licenses></project>"
                .formatted(coordinates(), named);
    }

    private String coordinates() {
        return "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
                .formatted(group, artifact, version);
    }
}
