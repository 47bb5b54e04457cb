package com.tillhouse.core.checkout.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CancelWindowTest {
    private static final Instant PAID = at("2026-11-22T20:00:00+08:00");

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static boolean open(@Nullable String method, String now) {
        return CancelWindow.open(method, PAID, at(now));
    }

    @Test
    void closesAtAQuarterPastMidnightInAntomsTimeOnTheNextDay() {
        assertThat(open("ALIPAY_CN", "2026-11-23T00:14:59+08:00")).isTrue();
        assertThat(open("ALIPAY_CN", "2026-11-23T00:15:00+08:00")).isFalse();
        assertThat(open(null, "2026-11-23T00:14:59+08:00")).isTrue();
        assertThat(open(null, "2026-11-23T00:15:00+08:00")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T00:00:00+08:00, 2026-11-23T00:15:00+08:00",
        "2026-11-22T00:14:59+08:00, 2026-11-23T00:15:00+08:00",
        "2026-11-22T23:59:59+08:00, 2026-11-23T00:15:00+08:00",
        "2026-11-23T00:00:00+08:00, 2026-11-24T00:15:00+08:00",
        "2026-12-31T23:00:00+08:00, 2027-01-01T00:15:00+08:00",
        "2028-02-28T12:00:00Z, 2028-02-29T00:15:00+08:00",
        "2026-10-25T00:30:00Z, 2026-10-26T00:15:00+08:00"
    })
    void countsDaysInAntomsTimeWhereverTheServerStands(String paid, String closes) {
        assertThat(CancelWindow.closesAt("ALIPAY_CN", at(paid))).contains(at(closes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARD", "card", "MERCADOPAGO_BR", "MERCADOPAGO_MX", "MERCADOPAGO_CL", "MERCADOPAGO_PE"})
    void allowsSevenDaysForSomeMethods(String method) {
        Instant end = PAID.plus(Duration.ofDays(7));
        assertThat(CancelWindow.open(method, PAID, end.minusMillis(1))).isTrue();
        assertThat(CancelWindow.open(method, PAID, end)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DANA", "gopay_id", "JKOPAY", "QRIS"})
    void neverAllowsSomeMethods(String method) {
        assertThat(CancelWindow.never(method)).isTrue();
        assertThat(CancelWindow.open(method, PAID, PAID)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BANKAPP_KASIKORNBANK", "BANKAPP_BANGKOKBANK", "ONLINEBANKING_THAILAND", "PROMPTPAY", "promptpay"
            })
    void allowsThaiBankingOnlyBeforePayment(String method) {
        assertThat(CancelWindow.never(method)).isFalse();
        assertThat(CancelWindow.open(method, PAID, PAID)).isFalse();
    }
}
