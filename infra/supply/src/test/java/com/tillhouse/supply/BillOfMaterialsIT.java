package com.tillhouse.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of what is delivered, as the root of this build has just written it; offline Maven leaves it out. */
class BillOfMaterialsIT {
    private static String bill = "";

    @BeforeAll
    static void readIt() throws IOException {
        Path file = Path.of(CanaryBuild.setting("root"), "target", "sbom", "tillhouse.cdx.json");
        assumeTrue(Files.exists(file), "the bill of materials is made by ./mvnw verify, online");
        bill = Files.readString(file);
    }

    @Test
    void listsEveryModule() throws IOException {
        String pom = Files.readString(Path.of(CanaryBuild.setting("root"), "pom.xml"));
        List<String> modules = Pattern.compile("<module>(?:infra/)?([^<]+)</module>")
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(modules)
                .isNotEmpty()
                .allSatisfy(module ->
                        assertThat(bill).contains("pkg:maven/com.tillhouse/%s@0.1.0-SNAPSHOT".formatted(module)));
    }

    @Test
    void listsWhatIsBroughtByOthersToo() {
        assertThat(bill).contains("pkg:maven/org.springframework/spring-core@", "pkg:maven/org.postgresql/postgresql@");
    }

    @Test
    void listsTheFrontendThatIsUnpackedIntoTheAdminApp() {
        assertThat(bill).contains("pkg:maven/com.vaadin/vaadin-prod-bundle@");
    }

    @Test
    void leavesOutWhatOnlyTestsUse() {
        assertThat(bill).doesNotContain("pkg:maven/org.junit.jupiter", "pkg:maven/com.microsoft.playwright");
    }

    @Test
    void isTheSameWheneverItIsMade() {
        assertThat(bill).doesNotContain("\"serialNumber\"", "\"timestamp\"");
    }
}
