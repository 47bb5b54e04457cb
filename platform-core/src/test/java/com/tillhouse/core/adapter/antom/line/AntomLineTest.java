package com.tillhouse.core.adapter.antom.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.fail;

import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AntomLineTest {
    private static final Outcome<String> YES = new Outcome.Confirmed<>("yes", new ProviderResult("S", "SUCCESS", "ok"));
    private static final Outcome<String> NO = new Outcome.Declined<>(new ProviderResult("F", "ORDER_NOT_EXIST", "no"));
    private static final boolean INQUIRY = true;
    private static final boolean MONEY = false;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final AtomicInteger sent = new AtomicInteger();
    private final Bulkhead all = bulkhead(3);
    private final AntomLine a = line("a");
    private final AntomLine b = line("b");

    private AntomLine line(String name) {
        LineSettings settings = new LineSettings(2, 3, 4, 50, Duration.ofSeconds(8), Duration.ofSeconds(10));
        return new AntomLine(name, settings, bulkhead(2), all, new Moved());
    }

    private static Bulkhead bulkhead(int atOnce) {
        return Bulkhead.of(
                "test", BulkheadConfig.custom().maxConcurrentCalls(atOnce).build());
    }

    private final class Moved extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    private Supplier<Outcome<String>> answer(Outcome<String> outcome) {
        return () -> {
            sent.incrementAndGet();
            return outcome;
        };
    }

    private static Outcome<String> lost(Reason reason) {
        return new Outcome.Undetermined<>(reason, "lost", null);
    }

    private static Reason reason(Outcome<String> outcome) {
        return outcome instanceof Outcome.Undetermined<String> undetermined
                ? undetermined.reason()
                : fail("determined: " + outcome);
    }

    private void advance(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    private void losing(AntomLine line, Reason reason) {
        for (int i = 0; i < 4; i++) {
            assertThat(reason(line.call(MONEY, answer(lost(reason))))).isEqualTo(reason);
        }
    }

    @Test
    void holdsBackWhatItCertainlyDidNotSendAfterNobodyAnswered() {
        losing(a, Reason.NO_ANSWER);
        int before = sent.get();
        assertThat(reason(a.call(MONEY, answer(YES)))).isEqualTo(Reason.NOT_SENT);
        assertThat(reason(a.call(INQUIRY, answer(YES)))).isEqualTo(Reason.NOT_SENT);
        assertThat(sent.get()).isEqualTo(before);
        assertThat(a.blocked()).contains(Duration.ofSeconds(20));
    }

    @Test
    void leavesOtherAccountsAlone() {
        losing(a, Reason.UNREADABLE);
        assertThat(b.blocked()).isEmpty();
        assertThat(b.call(MONEY, answer(YES))).isEqualTo(YES);
    }

    @Test
    void takesRefusalsDoubtsAndForgeriesForAnswers() {
        losing(a, Reason.SAID_UNKNOWN);
        losing(a, Reason.FORGED);
        losing(a, Reason.UNSIGNED);
        for (int i = 0; i < 8; i++) {
            assertThat(a.call(MONEY, answer(NO))).isEqualTo(NO);
        }
        assertThat(a.blocked()).isEmpty();
    }

    @Test
    void letsInquiriesProbeFirstAndMoneyOnlyAfterThey() {
        losing(a, Reason.NO_ANSWER);
        advance(Duration.ofSeconds(11));
        assertThat(reason(a.call(MONEY, answer(YES)))).isEqualTo(Reason.NOT_SENT);
        assertThat(a.call(INQUIRY, answer(YES))).isEqualTo(YES);
        assertThat(reason(a.call(MONEY, answer(YES)))).isEqualTo(Reason.NOT_SENT);
        assertThat(a.call(INQUIRY, answer(NO))).isEqualTo(NO);
        assertThat(a.blocked()).isEmpty();
        assertThat(a.call(MONEY, answer(YES))).isEqualTo(YES);
    }

    @Test
    void letsMoneyProbeWhenThereWasNothingToInquire() {
        losing(a, Reason.NO_ANSWER);
        advance(Duration.ofSeconds(21));
        assertThat(a.blocked()).isEmpty();
        assertThat(a.call(MONEY, answer(YES))).isEqualTo(YES);
    }

    @Test
    void restsAgainWhenTheProbesFail() {
        losing(a, Reason.NO_ANSWER);
        advance(Duration.ofSeconds(11));
        a.call(INQUIRY, answer(lost(Reason.NO_ANSWER)));
        a.call(INQUIRY, answer(lost(Reason.NO_ANSWER)));
        int before = sent.get();
        assertThat(reason(a.call(INQUIRY, answer(YES)))).isEqualTo(Reason.NOT_SENT);
        assertThat(a.blocked()).contains(Duration.ofSeconds(20));
        assertThat(sent.get()).isEqualTo(before);
    }

    @Test
    void restsAfterSlowAnswersToo() {
        for (int i = 0; i < 4; i++) {
            a.call(MONEY, () -> {
                advance(Duration.ofSeconds(9));
                return YES;
            });
        }
        assertThat(reason(a.call(MONEY, answer(YES)))).isEqualTo(Reason.NOT_SENT);
    }

    @Test
    void keepsAnAccountToItsCallsAtOnceAndAllToTheirs() {
        Outcome<String> third = nested(a, () -> nested(a, () -> a.call(MONEY, answer(YES))));
        assertThat(reason(third)).isEqualTo(Reason.NOT_SENT);
        Outcome<String> fourth = nested(a, () -> nested(a, () -> nested(b, () -> b.call(MONEY, answer(YES)))));
        assertThat(reason(fourth)).isEqualTo(Reason.NOT_SENT);
        assertThat(nested(a, () -> nested(a, () -> b.call(MONEY, answer(YES))))).isEqualTo(YES);
        assertThat(a.call(MONEY, answer(YES))).isEqualTo(YES);
    }

    private static Outcome<String> nested(AntomLine line, Supplier<Outcome<String>> within) {
        return line.call(MONEY, within);
    }

    @Test
    void givesItsPlaceBackWhenACallBreaksDown() {
        for (int i = 0; i < 8; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> a.call(MONEY, () -> {
                        throw new IllegalStateException("ours");
                    }));
        }
        assertThat(a.call(MONEY, answer(YES))).isEqualTo(YES);
    }
}
