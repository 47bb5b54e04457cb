package com.tillhouse.core.capture.domain;

import static com.tillhouse.core.CheckoutFixture.NOON;
import static com.tillhouse.core.CheckoutFixture.sgd;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.capture.domain.CaptureNews.Standing;
import com.tillhouse.core.checkout.domain.RecoverySchedule;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaptureTest {
    private static Capture capture() {
        return Capture.request(new CaptureOrigin(
                CheckoutFixture.tenant(), "cap_1", "pay_1", "ga_1", Mode.TEST, sgd(2500), false, NOON));
    }

    private static Verdict hear(Capture capture, Standing standing, Cause cause, @Nullable Money amount) {
        ProviderResult result = new ProviderResult("S", standing.name(), null);
        return capture.apply(new CaptureNews(standing, cause, result, amount, "4018", null), NOON);
    }

    @Test
    void isWatchedFromTheStartAndToldOnlyAtItsEnd() {
        Capture capture = capture();
        assertThat(capture.state().pendingReason()).isEqualTo(PendingReason.NOT_SENT);
        assertThat(capture.state().watch().nextCheckAt()).isEqualTo(NOON.plusSeconds(30));
        assertThat(capture.takeEvents()).isEmpty();
    }

    @Test
    void endsOnceAndStaysWhatItIs() {
        Capture capture = capture();
        assertThat(hear(capture, Standing.SUCCEEDED, Cause.API, sgd(2500))).isEqualTo(Verdict.MOVED);
        assertThat(hear(capture, Standing.SUCCEEDED, Cause.NOTIFICATION, sgd(2500)))
                .isEqualTo(Verdict.UNCHANGED);
        Verdict opposite = hear(capture, Standing.FAILED, Cause.NOTIFICATION, sgd(2500));
        assertThat(opposite.reason()).isEqualTo("impossible_move_from_SUCCEEDED_to_FAILED");
        assertThat(capture.status()).isEqualTo(CaptureStatus.SUCCEEDED);
        assertThat(capture.takeEvents()).containsExactly("capture.succeeded");
        assertThat(capture.takeMoves()).hasSize(1);
        assertThat(capture.state().watch().nextCheckAt()).as("asked again").isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void refusesAnotherAmountAndGoesOn() {
        Capture capture = capture();
        assertThat(hear(capture, Standing.SUCCEEDED, Cause.NOTIFICATION, sgd(2501))
                        .reason())
                .isEqualTo("amount_mismatch");
        assertThat(capture.status()).isEqualTo(CaptureStatus.PROCESSING);
        assertThat(capture.state().reviewReason()).isEqualTo("amount_mismatch");
    }

    @Test
    void keepsTheWordThatAntomHasItThroughSilence() {
        Capture capture = capture();
        capture.undetermined(null, NOON);
        assertThat(capture.state().pendingReason()).isEqualTo(PendingReason.UNDETERMINED);
        hear(capture, Standing.IN_PROCESS, Cause.API, null);
        capture.undetermined(null, NOON);
        assertThat(capture.state().pendingReason()).isEqualTo(PendingReason.IN_PROCESS);
        hear(capture, Standing.UNKNOWN_THERE, Cause.INQUIRY, null);
        assertThat(capture.state().pendingReason()).isEqualTo(PendingReason.NOT_SENT);
    }

    @Test
    void goesToAPersonWhenAntomCannotTellForADay() {
        Capture capture = capture();
        for (int i = 0; i < RecoverySchedule.CHECKS_OF_A_DAY; i++) {
            assertThat(capture.state().reviewReason()).isNull();
            capture.undetermined(null, NOON);
        }
        assertThat(capture.state().reviewReason()).isEqualTo("antom_cannot_tell");
        assertThat(capture.status()).isEqualTo(CaptureStatus.PROCESSING);
    }

    @Test
    void goesToAPersonWhenWhatSucceededIsUnknownThere() {
        Capture capture = capture();
        hear(capture, Standing.SUCCEEDED, Cause.API, sgd(2500));
        assertThat(hear(capture, Standing.UNKNOWN_THERE, Cause.INQUIRY, null).reason())
                .isEqualTo("unknown_at_antom");
        Capture refused = capture();
        hear(refused, Standing.FAILED, Cause.API, null);
        assertThat(hear(refused, Standing.UNKNOWN_THERE, Cause.INQUIRY, null)).isEqualTo(Verdict.UNCHANGED);
    }
}
