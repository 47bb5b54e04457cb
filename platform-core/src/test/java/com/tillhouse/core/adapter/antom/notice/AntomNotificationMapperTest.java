package com.tillhouse.core.adapter.antom.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.notification.domain.Notice;
import com.tillhouse.core.shared.Money;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AntomNotificationMapperTest {
    private final AntomNotificationMapper mapper = new AntomNotificationMapper();

    @Test
    void readsTheDocumentedMessage() throws IOException {
        try (InputStream message = getClass().getResourceAsStream("/antom/notify-payment-success.json")) {
            assertThat(mapper.read(message.readAllBytes()))
                    .contains(new Notice(
                            "PAYMENT_RESULT",
                            "101520240527410134510924020002",
                            new ProviderResult("S", "SUCCESS", "success."),
                            "20240527194010800100188420225534863",
                            new Money("HKD", 1000),
                            null,
                            null,
                            Instant.parse("2024-05-27T09:27:27Z")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENT_RESULT,S,SUCCESS,PAID",
        "PAYMENT_RESULT,F,RISK_REJECT,REFUSED",
        "PAYMENT_RESULT,F,ORDER_IS_CLOSED,CLOSED",
        "PAYMENT_PENDING,S,SUCCESS,PROCESSING"
    })
    void knowsWhatAPaymentStandsAt(String type, String status, String code, Standing expected) {
        assertThat(read(message(type, status, code)).paymentNews().map(PaymentNews::standing))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PAYMENT_RESULT,U,UNKNOWN_EXCEPTION",
        "PAYMENT_PENDING,F,X",
        "PAYMENT_PENDING,U,X",
        "PAYMENT_RESULT,s,SUCCESS",
        "PAYMENT_LATER,S,SUCCESS",
        "payment_result,S,SUCCESS",
        "CAPTURE_RESULT,S,SUCCESS"
    })
    void drawsNothingFromAnyOtherMix(String type, String status, String code) {
        assertThat(read(message(type, status, code)).paymentNews()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"value\":1000",
                "\"value\":\"6e3\"",
                "\"value\":\"-1\"",
                "\"value\":\"10.00\"",
                "\"value\":\"\"",
                "\"val\":\"1000\"",
                "\"value\":null",
                "\"value\":\"99999999999999999999\"",
                "\"value\":\"０６\""
            })
    void drawsNothingFromWrongMoney(String value) {
        String wrong = message("PAYMENT_RESULT", "S", "SUCCESS").replace("\"value\":\"1000\"", value);
        assertThat(read(wrong).amount()).isNull();
        assertThat(read(wrong).paymentNews()).isEmpty();
    }

    @Test
    void drawsNothingWithoutAntomsOwnId() {
        assertThat(read(message("PAYMENT_RESULT", "S", "SUCCESS").replace("\"paymentId\"", "\"other\""))
                        .paymentNews())
                .isEmpty();
    }

    @Test
    void knowsTheOthersByTheirIds() {
        assertThat(read("{\"notifyType\":\"REFUND_RESULT\",\"refundRequestId\":\"re_1\",\"refundId\":\"4\"}"))
                .extracting(Notice::type, Notice::objectId)
                .containsExactly("REFUND_RESULT", "re_1");
        assertThat(read("{\"disputeNotificationType\":\"DISPUTE_CREATED\",\"paymentRequestId\":\"pay_1\"}"))
                .extracting(Notice::type, Notice::objectId)
                .containsExactly("DISPUTE_CREATED", "pay_1");
        assertThat(read("{}")).extracting(Notice::type, Notice::objectId).containsExactly("unknown", null);
    }

    @Test
    void leavesOutWhatADatabaseOrALogCouldStumbleOver() {
        Notice notice =
                read("{\"notifyType\":\"A\\u0000B\",\"paymentRequestId\":\"x\\ny\",\"result\":{\"resultStatus\":\"F\","
                        + "\"resultCode\":\"" + "c".repeat(65) + "\",\"resultMessage\":\"a\\u0000b\\ud800c"
                        + "d".repeat(300) + "\"}}");
        assertThat(notice.type()).isEqualTo("unknown");
        assertThat(notice.objectId()).isNull();
        assertThat(notice.result().code()).isEmpty();
        assertThat(notice.result().message()).startsWith("a b cd").hasSize(256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{\"a\":1}{}",
                "{\"a\":1,\"a\":2}",
                "<html>",
                "\u0000",
                "{\"a\":NaN}"
            })
    void readsNothingElse(String body) {
        assertThat(mapper.read(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void survivesDepthAndBrokenText() {
        assertThat(mapper.read("[".repeat(60_000).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(mapper.read(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}))
                .isEmpty();
    }

    static String message(String type, String status, String code) {
        return """
                {"notifyType":"%s","result":{"resultCode":"%s","resultStatus":"%s","resultMessage":"m"},"paymentRequestId":"pay_1",\
                "paymentId":"2024","paymentAmount":{"currency":"HKD","value":"1000"},"paymentTime":"2024-05-27T02:27:27-07:00"}""".formatted(type, code, status);
    }

    private Notice read(String message) {
        Optional<Notice> read = mapper.read(message.getBytes(StandardCharsets.UTF_8));
        return read.orElseThrow();
    }
}
