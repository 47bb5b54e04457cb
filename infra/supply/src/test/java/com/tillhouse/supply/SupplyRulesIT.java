package com.tillhouse.supply;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The root pom's rules about dependencies, each run on something that breaks it. */
class SupplyRulesIT {
    /** For each ban of the root pom an artifact that was really published; the made-up one has its name. */
    private static final Map<String, String> BANNED = Map.ofEntries(
            entry("com.alibaba:fastjson:(,2.0.0)", "com.alibaba:fastjson:1.2.83"),
            entry("com.vaadin:kubernetes-kit*", "com.vaadin:kubernetes-kit-starter:2.4.0"),
            entry("com.vaadin:observability-kit*", "com.vaadin:observability-kit-starter:3.1.0"),
            entry("com.vaadin:sso-kit*", "com.vaadin:sso-kit-starter:3.1.0"),
            entry("com.vaadin:vaadin", "com.vaadin:vaadin:25.2.2"),
            entry("com.vaadin:vaadin-board*", "com.vaadin:vaadin-board-flow:25.2.2"),
            entry("com.vaadin:vaadin-charts*", "com.vaadin:vaadin-charts-flow:25.2.2"),
            entry("com.vaadin:vaadin-crud*", "com.vaadin:vaadin-crud-flow:25.2.2"),
            entry("com.vaadin:vaadin-dashboard*", "com.vaadin:vaadin-dashboard-flow:25.2.2"),
            entry("com.vaadin:vaadin-grid-pro*", "com.vaadin:vaadin-grid-pro-flow:25.2.2"),
            entry("com.vaadin:vaadin-map-*", "com.vaadin:vaadin-map-flow:25.2.2"),
            entry("com.vaadin:vaadin-rich-text-editor*", "com.vaadin:vaadin-rich-text-editor-flow:25.2.2"),
            entry("com.vaadin:vaadin-spreadsheet*", "com.vaadin:vaadin-spreadsheet-flow:25.2.2"),
            entry("com.vaadin:vaadin-testbench*", "com.vaadin:vaadin-testbench-core:10.2.2"),
            entry("commons-logging:commons-logging:(,1.3.0)", "commons-logging:commons-logging:1.2"),
            entry("javax.annotation", "javax.annotation:javax.annotation-api:1.3.2"),
            entry("javax.persistence", "javax.persistence:javax.persistence-api:2.2"),
            entry("javax.servlet", "javax.servlet:javax.servlet-api:4.0.1"),
            entry("javax.validation", "javax.validation:validation-api:2.0.1.Final"),
            entry("javax.xml.bind", "javax.xml.bind:jaxb-api:2.3.1"),
            entry("junit:junit", "junit:junit:4.13.2"),
            entry("log4j:log4j", "log4j:log4j:1.2.17"),
            entry("net.jqwik", "net.jqwik:jqwik:1.9.3"),
            entry("org.apache.logging.log4j:log4j-core", "org.apache.logging.log4j:log4j-core:2.14.1"),
            entry("org.bouncycastle:*-jdk14", "org.bouncycastle:bcprov-jdk14:1.38"),
            entry("org.bouncycastle:*-jdk15*", "org.bouncycastle:bcprov-jdk15on:1.70"),
            entry("org.junit.vintage", "org.junit.vintage:junit-vintage-engine:5.14.0"),
            entry("org.projectlombok", "org.projectlombok:lombok:1.18.42"),
            entry("org.slf4j:slf4j-log4j12", "org.slf4j:slf4j-log4j12:1.7.36"),
            entry("org.slf4j:slf4j-reload4j", "org.slf4j:slf4j-reload4j:2.0.17"),
            entry("org.slf4j:slf4j-simple", "org.slf4j:slf4j-simple:2.0.17"));

    private static final String GPL = "GPL-3.0-only";

    private static String log = "";

    @BeforeAll
    static void runTheRules() throws Exception {
        assumeTrue(CanaryBuild.possible(), "an older Maven than ./mvnw's runs the rules, not their canaries");
        log = new CanaryBuild(Path.of(CanaryBuild.setting("folder")).toAbsolutePath())
                .module("right", allowed())
                .module("banned", BANNED.values().stream().map(Canary::of).toArray(Canary[]::new))
                .module("snapshot", Canary.of("com.example:unfinished:1.0-SNAPSHOT"))
                .module(
                        "duplicate",
                        Canary.of("com.example:one:1.0").with("com.example.Same", "com.example.One"),
                        Canary.of("com.example:two:1.0").with("com.example.Same", "com.example.Two"))
                .module("unlicensed", Canary.of("com.example:unlicensed:1.0").under())
                .module(
                        "forbidden",
                        Canary.of("com.example:a-choice:1.0").under(GPL, Canary.FREE),
                        Canary.of("com.example:forbidden:1.0").under(GPL))
                .run(
                        "org.apache.maven.plugins:maven-enforcer-plugin:enforce@banned-dependencies",
                        "org.apache.maven.plugins:maven-enforcer-plugin:enforce@duplicate-classes",
                        "org.codehaus.mojo:license-maven-plugin:add-third-party@allowed-licences");
    }

    private static Canary[] allowed() {
        return new Canary[] {
            Canary.of("com.alibaba:fastjson:2.0.61").with("com.alibaba.fastjson.JSON"),
            Canary.of("commons-logging:commons-logging:1.3.6").with("com.example.package-info"),
            Canary.of("com.vaadin:vaadin-core:25.2.2").with("com.example.package-info"),
            Canary.of("org.bouncycastle:bcprov-jdk18on:1.82").under("LGPL-2.1-only", "EPL 2.0"),
        };
    }

    @Test
    void letsPassWhatBreaksNoRule() {
        assertThat(log).containsPattern("right \\.+ SUCCESS");
    }

    @Test
    void everyBanHasACanary() throws Exception {
        String pom = Files.readString(Path.of(CanaryBuild.setting("root"), "pom.xml"));
        String bans = pom.substring(pom.indexOf("<bannedDependencies>"), pom.indexOf("</bannedDependencies>"));
        assertThat(Pattern.compile("<exclude>([^<]+)</exclude>")
                        .matcher(bans)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()))
                .isEqualTo(BANNED.keySet());
    }

    @Test
    void refusesEveryBannedArtifact() {
        List<String> refused = Pattern.compile("([^\\s]+):jar:([^\\s]+) <--- banned")
                .matcher(log)
                .results()
                .map(found -> found.group(1) + ":" + found.group(2))
                .toList();
        assertThat(refused).containsExactlyInAnyOrderElementsOf(BANNED.values());
        assertThat(log).containsPattern("banned \\.+ FAILURE");
    }

    @Test
    void refusesSnapshotsOfOthers() {
        assertThat(failure("snapshot", "banned-dependencies")).contains("com.example:unfinished:jar:1.0-SNAPSHOT");
    }

    @Test
    void refusesTwoArtifactsWithTheSameClass() {
        assertThat(failure("duplicate", "duplicate-classes"))
                .contains("com.example:one:jar:1.0", "com.example:two:jar:1.0", "com/example/Same.class")
                .doesNotContain("One.class", "Two.class");
    }

    @Test
    void refusesAnArtifactWithoutALicence() {
        failure("unlicensed", "allowed-licences");
        assertThat(output("unlicensed")).contains("com.example--unlicensed--1.0");
    }

    @Test
    void refusesALicenceThatIsNotOnTheList() {
        failure("forbidden", "allowed-licences");
        assertThat(output("forbidden")).contains("com.example:forbidden:1.0", GPL);
    }

    /** What Maven says at its end about that module. */
    private static String failure(String module, String execution) {
        return only("Failed to execute goal [^\\n]*\\(%s\\) on project %s:.*?(?=Failed to execute goal|\\z)"
                .formatted(execution, module));
    }

    /** What the module's own part of the build printed. */
    private static String output(String module) {
        return only("Building %s 0.1.0-SNAPSHOT.*?(?=Building |Reactor Summary)".formatted(module));
    }

    private static String only(String pattern) {
        List<String> found = Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(log)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(found).as("%s in%n%s", pattern, log).hasSize(1);
        return found.getFirst();
    }
}
