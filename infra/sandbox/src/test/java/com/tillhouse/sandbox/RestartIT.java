package com.tillhouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RsaKeys;
import com.tillhouse.sandbox.server.PortTakenException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a data folder keeps over the end of the process. */
class RestartIT {

    @TempDir
    private Path folder;

    private SandboxFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new SandboxFixture(settings -> settings.withDataFolder(folder));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void tellsAfterwardsWhatItCouldNotTellBefore() throws Exception {
        fixture.merchant.answersWith(503, "");
        JsonNode session = fixture.open("P1");
        fixture.control("POST", "/payments/P1/pay", "");
        fixture.settle();
        fixture.merchant.answersWith(200, MerchantFixture.ACKNOWLEDGEMENT);

        fixture.restart(folder);
        fixture.advance("PT2M");

        assertThat(fixture.merchant.received()).hasSize(2);
        assertThat(fixture.merchant
                        .received()
                        .getLast()
                        .isSignedBy(RsaKeys.readPublic(fixture.registered.antomPublicKey())))
                .isTrue();
        assertThat(fixture.inquire("P1").path("paymentStatus").asString()).isEqualTo("SUCCESS");
        assertThat(fixture.open("P1").path("paymentSessionData")).isEqualTo(session.path("paymentSessionData"));
    }

    @Test
    void writesThatItIsPaidTogetherWithWhatIsToBeTold() throws Exception {
        fixture.control("POST", "/faults", "{\"api\":\"notifyPayment\",\"fault\":\"late\"}");
        fixture.open("P1");
        fixture.control("POST", "/payments/P1/pay", "");

        Path copy = copyOfTheFolder();
        fixture.restart(copy);
        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("SUCCESS");
        fixture.advance("PT10M");
        assertThat(fixture.merchant.received()).hasSize(1);
    }

    @Test
    void expiresWhatRanOutMeanwhile() throws Exception {
        fixture.open("P1");
        fixture.clock.move(Duration.ofHours(2));
        fixture.restart(folder);
        fixture.settle();

        assertThat(fixture.payment("P1").path("status").asString()).isEqualTo("EXPIRED");
        assertThat(fixture.merchant.received()).hasSize(1);
    }

    @Test
    void keepsSwitchesAndTheClock() throws Exception {
        fixture.control("POST", "/settings", "{\"several_attempts\":true,\"request_time_skew\":\"PT9M\"}");
        fixture.advance("PT3H");
        fixture.restart(folder);

        JsonNode switches = fixture.control("GET", "/settings", "");
        assertThat(switches.path("several_attempts").asBoolean()).isTrue();
        assertThat(switches.path("request_time_skew").asString()).isEqualTo("PT9M");
        assertThat(fixture.control("GET", "/clock", "").path("ahead").asString())
                .isEqualTo("PT3H");
    }

    @Test
    void readsWhatAnOlderSandboxHasSaved() throws Exception {
        fixture.open("P1");
        fixture.control("POST", "/settings", "{\"several_attempts\":true}");
        forget(files(folder.resolve("payment")).getFirst(), "followUps");
        forget(
                files(folder.resolve("switches")).getFirst(),
                "magicAmounts",
                "cancelBeforeAction",
                "cancelAfterFailure",
                "refundNotFound");
        fixture.restart(folder);

        assertThat(fixture.payment("P1").path("refunds").size()).isZero();
        JsonNode switches = fixture.control("GET", "/settings", "");
        assertThat(switches.path("several_attempts").asBoolean()).isTrue();
        assertThat(switches.path("cancel_before_action").asString()).isEqualTo("CANCELLED");
    }

    private static void forget(Path file, String... properties) throws Exception {
        ObjectNode document = (ObjectNode) Json.parse(Files.readString(file));
        Files.writeString(file, document.remove(List.of(properties)).toString());
    }

    @Test
    void namesTheFileItCannotRead() throws Exception {
        fixture.open("P1");
        Path file = files(folder.resolve("payment")).getFirst();
        Files.writeString(file, "{");

        assertThatThrownBy(() -> fixture.restart(folder)).hasMessageContaining(file.toString());
        Files.delete(file);
        fixture.restart(folder);
    }

    @Test
    void namesThePortThatIsTaken() {
        int taken = fixture.sandbox().httpBase().getPort();
        SandboxSettings settings =
                SandboxSettings.defaults().withHttpPort(taken).withHttpsPort(0);

        assertThatThrownBy(() -> Sandbox.start(settings).close())
                .isInstanceOf(PortTakenException.class)
                .hasMessageContaining("Port " + taken + " is taken");
    }

    /** What a process that ends this moment leaves behind. */
    private Path copyOfTheFolder() throws Exception {
        Path copy = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-copy"));
        for (Path kind : files(folder)) {
            Path home = Files.createDirectories(copy.resolve(kind.getFileName()));
            for (Path file : files(kind)) {
                Files.copy(file, home.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
