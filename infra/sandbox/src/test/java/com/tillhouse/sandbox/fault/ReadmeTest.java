package com.tillhouse.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.settings.Switches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The README is what merchants test by; it must not leave anything out. */
class ReadmeTest {

    private final String readme = read();

    @Test
    void namesEveryFaultAndWhatItCanBePutOn() {
        assertThat(Arrays.stream(FaultKind.values()).map(FaultKind::wireName))
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
        assertThat(Arrays.stream(Api.values()).map(Api::wireName))
                .allSatisfy(name -> assertThat(readme).contains(name));
    }

    @Test
    void namesEveryMagicAmount() {
        assertThat(MagicAmounts.digits())
                .doesNotHaveDuplicates()
                .allSatisfy(digits -> assertThat(readme).contains("`" + digits + "`"));
    }

    @Test
    void namesEverySwitch() {
        JsonNode all = Json.CONTROL.valueToTree(Switches.defaults());
        assertThat(all.propertyNames()).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new AssertionError("The README can't be read", e);
        }
    }
}
