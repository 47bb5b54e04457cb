package com.tillhouse.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as scripts use it. */
class CheckIT {

    @Test
    void buysByItselfAndEndsWithZero() throws Exception {
        PlatformFixture platform = PlatformFixture.launch(PlatformFixture.DATA, "--check");

        assertThat(platform.awaitEnd()).as(platform.output()).isZero();

        assertThat(platform.output()).contains("the shop verified evt_", "succeeded", "Check passed", "Stopped.");
        assertThat(Files.exists(PlatformFixture.DATA.resolve("postgres").resolve("postmaster.pid")))
                .isFalse();
    }

    @Test
    void namesAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(10_095, 1, InetAddress.getLoopbackAddress())) {
            expectOneSentence("Port 10095 is already in use");
        }
    }

    @Test
    void refusesAnUnknownOption() throws Exception {
        PlatformFixture platform = PlatformFixture.launch(PlatformFixture.DATA, "--chekc");

        assertThat(platform.awaitEnd()).isEqualTo(1);
        assertThat(platform.output())
                .contains("Unknown option --chekc", "--check")
                .doesNotContain("Exception");
    }

    @Test
    void refusesADataFolderThatIsAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("data"), "not a folder");
        PlatformFixture platform = PlatformFixture.launch(file);

        assertThat(platform.awaitEnd()).isEqualTo(1);
        assertThat(platform.output().strip().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("can't be made or written");
    }

    private static void expectOneSentence(String sentence) throws InterruptedException {
        PlatformFixture platform = PlatformFixture.launch(PlatformFixture.DATA);
        assertThat(platform.awaitEnd()).isEqualTo(1);
        assertThat(platform.output().strip().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains(sentence);
    }
}
