package com.tillhouse.core.refund.domain;

import static com.tillhouse.core.CheckoutFixture.NOON;
import static com.tillhouse.core.CheckoutFixture.sgd;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.domain.RefundNews.Standing;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundTest {
    private static final ProviderResult RESULT = new ProviderResult("S", "SUCCESS", null);

    private static Refund refund() {
        return Refund.request(new RefundOrigin(
                CheckoutFixture.tenant(), "re_1", "pay_1", "ga_1", Mode.TEST, sgd(6000), null, false, NOON));
    }

    private static RefundNews news(Standing standing, Cause cause, Money amount) {
        return new RefundNews(standing, cause, RESULT, amount, "antom-1", null);
    }

    private static Verdict hear(Refund refund, Standing standing) {
        return refund.apply(news(standing, Cause.NOTIFICATION, sgd(6000)), NOON);
    }

    /** What a refund is, what Antom says, what it is then and what became of the news; the specification. */
    @ParameterizedTest
    @CsvSource({
        "PROCESSING, SUCCEEDED,     SUCCEEDED,  MOVED",
        "PROCESSING, FAILED,        FAILED,     MOVED",
        "PROCESSING, IN_PROCESS,    PROCESSING, UNCHANGED",
        "PROCESSING, UNKNOWN_THERE, PROCESSING, UNCHANGED",
        "SUCCEEDED,  SUCCEEDED,     SUCCEEDED,  UNCHANGED",
        "SUCCEEDED,  FAILED,        SUCCEEDED,  REFUSED",
        "SUCCEEDED,  IN_PROCESS,    SUCCEEDED,  UNCHANGED",
        "SUCCEEDED,  UNKNOWN_THERE, SUCCEEDED,  REFUSED",
        "FAILED,     FAILED,        FAILED,     UNCHANGED",
        "FAILED,     SUCCEEDED,     FAILED,     REFUSED",
        "FAILED,     IN_PROCESS,    FAILED,     UNCHANGED",
        "FAILED,     UNKNOWN_THERE, FAILED,     REFUSED",
    })
    void movesAsSpecified(RefundStatus from, Standing said, RefundStatus to, Verdict.Kind verdict) {
        Refund refund = refund();
        if (from != RefundStatus.PROCESSING) {
            hear(refund, Standing.valueOf(from.name()));
        }
        refund.takeMoves();
        assertThat(hear(refund, said).kind()).isEqualTo(verdict);
        assertThat(refund.status()).isEqualTo(to);
        assertThat(refund.takeMoves()).hasSize(from == to ? 0 : 1);
        assertThat(refund.state().reviewReason() != null).isEqualTo(verdict == Verdict.Kind.REFUSED);
    }

    @Test
    void notesThatTheMoneyCameBackWhenAntomSaysSoWhenAsked() {
        Refund refund = refund();
        hear(refund, Standing.SUCCEEDED);
        refund.takeEvents();
        hear(refund, Standing.FAILED);
        assertThat(refund.state().returnedAt())
                .as("a notification alone is asked about")
                .isNull();
        assertThat(refund.apply(news(Standing.FAILED, Cause.INQUIRY, sgd(6000)), NOON))
                .isEqualTo(Verdict.UNCHANGED);
        assertThat(refund.apply(news(Standing.FAILED, Cause.INQUIRY, sgd(6000)), NOON))
                .isEqualTo(Verdict.UNCHANGED);
        assertThat(refund.status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(refund.state().returnedAt()).isEqualTo(NOON);
        assertThat(refund.state().reviewReason()).isEqualTo("refund_returned");
        assertThat(refund.state().watch().nextCheckAt()).isNull();
        assertThat(refund.takeEvents()).containsExactly("refund.needs_review", "refund.needs_review");
    }

    @Test
    void tellsThatItWasMadeAndHowItEnded() {
        Refund refund = refund();
        hear(refund, Standing.SUCCEEDED);
        assertThat(refund.takeEvents()).containsExactly("refund.created", "refund.succeeded");
        assertThat(refund.state().sequence()).isEqualTo(2);
    }

    @Test
    void staysProcessingAndWatchedWhileNobodyKnows() {
        Refund refund = refund();
        refund.undetermined(null, NOON);
        assertThat(refund.status()).isEqualTo(RefundStatus.PROCESSING);
        assertThat(refund.state().pendingReason()).isEqualTo(PendingReason.UNDETERMINED);
        assertThat(refund.state().watch().nextCheckAt()).isAfter(NOON);
    }

    @Test
    void remembersThatAntomHoldsItWhenALaterAnswerIsLost() {
        Refund refund = refund();
        hear(refund, Standing.IN_PROCESS);
        refund.undetermined(null, NOON);
        assertThat(refund.state().pendingReason()).isEqualTo(PendingReason.IN_PROCESS);
        assertThat(refund.state().providerRefundId()).isEqualTo("antom-1");
    }

    @Test
    void refusesAnotherAmountOrCurrencyAndIsAskedAbout() {
        for (Money wrong : new Money[] {sgd(5999), new Money("USD", 6000)}) {
            Refund refund = refund();
            Verdict verdict = refund.apply(news(Standing.SUCCEEDED, Cause.NOTIFICATION, wrong), NOON);
            assertThat(verdict).isEqualTo(Verdict.refused("amount_mismatch"));
            assertThat(refund.status()).isEqualTo(RefundStatus.PROCESSING);
            assertThat(refund.state().watch().nextCheckAt()).isNotNull();
        }
    }

    @Test
    void isNotLookedAtAgainOnceSettledAndConfirmed() {
        Refund refund = refund();
        hear(refund, Standing.SUCCEEDED);
        assertThat(refund.state().watch().nextCheckAt()).isNull();
        hear(refund, Standing.FAILED);
        assertThat(refund.state().watch().nextCheckAt())
                .as("a contradiction is asked about")
                .isNotNull();
        refund.apply(news(Standing.SUCCEEDED, Cause.INQUIRY, sgd(6000)), NOON);
        assertThat(refund.state().watch().nextCheckAt()).isNull();
    }
}
