package com.tillhouse.admin.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.shared.Money;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void writesAmountsWithTheDecimalsOfTheirCurrency() {
        assertThat(AmountText.of(new Money("SGD", 123_456_789))).isEqualTo("SGD\u00a01,234,567.89");
        assertThat(AmountText.of(new Money("JPY", 6000))).isEqualTo("JPY\u00a06,000");
        assertThat(AmountText.of(new Money("IDR", 15_000_000))).isEqualTo("IDR\u00a0150,000.00");
        assertThat(AmountText.of(new Money("SGD", 9_999_999_999_999_999L))).isEqualTo("SGD\u00a099,999,999,999,999.99");
    }

    @Test
    void saysHowLongAgo() {
        assertThat(Moment.relative(NOON.minusSeconds(59), NOON)).isEqualTo("just now");
        assertThat(Moment.relative(NOON.minusSeconds(60), NOON)).isEqualTo("1 minute ago");
        assertThat(Moment.relative(NOON.minusSeconds(7200), NOON)).isEqualTo("2 hours ago");
        assertThat(Moment.relative(NOON.plusSeconds(3 * 86400), NOON)).isEqualTo("in 3 days");
    }

    @Test
    void hasAWordOfItsOwnForEveryPaymentStatus() {
        assertThat(Arrays.stream(PaymentStatus.values())
                        .map(status -> StatusWord.of(status).text()))
                .doesNotHaveDuplicates()
                .contains("Paid", "Declined", "Waiting for buyer", "Expired", "Processing", "Cancelled", "Abandoned");
    }
}
