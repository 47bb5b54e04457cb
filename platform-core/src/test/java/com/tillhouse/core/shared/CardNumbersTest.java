package com.tillhouse.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4222222222222",
                "5555555555554444",
                "2223003122003222",
                "378282246310005",
                "6011111111111117",
                "30569309025904",
                "3530111333300000",
                "6200000000000005",
                "2200000000000004",
                "6771830999991239",
                "4000000000000000006",
                "card 4111 1111 1111 1111 exp 12/29",
                "4111-1111-1111-1111",
                "4111\u20131111\u20131111\u20131111",
                "4111 - 1111 1111 1111",
                "4111.1111.1111.1111",
                "4111\u00a01111\u20091111\u30001111",
                "4111\u200b1111\u200b1111\u200b1111",
                "\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11",
                "\u0664\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661",
                "2 x 4111 1111 1111 1111",
                "12 4111111111111111 99",
                "ORDER-4111111111111111",
                "x4111111111111111y",
                "+4111111111111111"
            })
    void findsACardNumber(String text) {
        assertThat(CardNumbers.in(text)).as(text).isTrue();
        assertThat(CardNumbers.blotted(text)).as(text).doesNotContain("1111").contains("****");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ORDER_20221114",
                "4111111111111112",
                "1111111111111117",
                "20261122180000123",
                "1732300000000",
                "+4915112345678",
                "4006381333924",
                "+86 138 0013 8000",
                "411111111111",
                "41111111111111111111111111",
                "4111 1111, 1111 1111",
                "2024-11-27T12:01:01+08:00",
                "pay_4n4W5m6X7y8Z",
                "EAN 4006381333931"
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(CardNumbers.in(text)).as(text).isFalse();
        assertThat(CardNumbers.blotted(text)).isEqualTo(text);
    }

    @Test
    void takesTelephoneNumbersForWhatTheyAre() {
        assertThat(CardNumbers.in("4222222222222")).isTrue();
        assertThat(CardNumbers.inPhone("4222222222222")).isFalse();
        assertThat(CardNumbers.inPhone("4111111111111111")).isTrue();
    }

    /** What it costs: of random numbers of sixteen digits, as order numbers may be, about one in twenty-five is taken for a card. */
    @Test
    void mistakesFewOrderNumbersForCards() {
        Random random = new Random(7);
        int mistaken = 0;
        for (int i = 0; i < 10_000; i++) {
            mistaken += CardNumbers.in("%016d".formatted(random.nextLong(10_000_000_000_000_000L))) ? 1 : 0;
        }
        assertThat(mistaken).isBetween(150, 400);
    }

    /** A merchant's own references are often such ids; one in thousands of them has digits that make a card number. */
    @Test
    void takesNoIdThatAProgramMadeForACard() {
        Random random = new Random(7);
        HexFormat hex = HexFormat.of();
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            String id = UUID.nameUUIDFromBytes(bytes).toString();
            String plain = hex.formatHex(bytes);
            assertThat(CardNumbers.in("order " + id)).as(id).isFalse();
            assertThat(CardNumbers.in("ORDER-" + plain.toUpperCase(Locale.ROOT)))
                    .as(plain)
                    .isFalse();
        }
        assertThat(CardNumbers.in("4111-1111-1111-1111-0a1b2c3d4e5f")).isTrue();
        assertThat(CardNumbers.in("41111111111111110000000000000000")).isFalse();
    }

    @Test
    void blotsOutNothingButTheNumber() {
        assertThat(CardNumbers.blotted("/metadata/4111 1111 1111 1111/x")).isEqualTo("/metadata/*******************/x");
    }
}
