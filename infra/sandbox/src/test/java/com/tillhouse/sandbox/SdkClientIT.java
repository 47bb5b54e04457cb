package com.tillhouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.fastjson.JSON;
import com.alipay.global.api.AlipayClient;
import com.alipay.global.api.DefaultAlipayClient;
import com.alipay.global.api.base64.Base64Encryptor;
import com.alipay.global.api.exception.AlipayApiException;
import com.alipay.global.api.model.ResultStatusType;
import com.alipay.global.api.model.ams.TransactionStatusType;
import com.alipay.global.api.request.ams.pay.AlipayCheckoutPaymentSessionRequest;
import com.alipay.global.api.request.ams.pay.AlipayPayQueryRequest;
import com.alipay.global.api.response.ams.pay.AlipayPayQueryResponse;
import com.alipay.global.api.response.ams.pay.AlipayPaymentSessionResponse;
import com.alipay.global.api.tools.SignatureTool;
import com.tillhouse.sandbox.client.RegisteredKey;
import com.tillhouse.sandbox.client.Registration;
import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.protocol.RsaKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Antom's own client, with its own transport, against the https door. */
class SdkClientIT {

    static final String PAYMENT = "PAY_2022111414171****";

    private SandboxFixture fixture;

    @BeforeAll
    static void letTheSdkSignOnThisJdk() {
        SignatureTool.setBase64Encryptor(new Base64Encryptor() {
            @Override
            public String encodeToString(byte[] bytes) {
                return Base64.getEncoder().encodeToString(bytes);
            }

            @Override
            public byte[] decode(String text) {
                return Base64.getDecoder().decode(text);
            }
        });
    }

    @BeforeEach
    void start() throws Exception {
        fixture = new SandboxFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void opensASessionWithTheDocumentedRequestAndInquiresIt() throws Exception {
        AlipayClient client = client(fixture, "CLIENT_SDK");

        AlipayPaymentSessionResponse session = client.execute(documentedRequest());

        assertThat(session.getResult().getResultStatus()).isEqualTo(ResultStatusType.S);
        assertThat(session.getNormalUrl()).contains("==&&SG&&188&&").endsWith(session.getPaymentSessionData());
        assertThat(fixture.payment(PAYMENT).path("request")).isEqualTo(Json.parse(documentedMessage()));

        fixture.control("POST", "/payments/" + PAYMENT + "/pay", "");
        AlipayPayQueryResponse answer = client.execute(inquiry());
        assertThat(answer.getPaymentStatus()).isEqualTo(TransactionStatusType.SUCCESS);
        assertThat(answer.getPaymentAmount().getValue()).isEqualTo("1000");
    }

    @Test
    void servesTheSandboxPathsThatTheSdkTakesForSandboxIds() throws Exception {
        AlipayClient client = client(fixture, "SANDBOX_5X0007");

        assertThat(client.execute(documentedRequest()).getResult().getResultCode())
                .isEqualTo("SUCCESS");
    }

    @Test
    void refusesAForeignKeyWithoutASignature() throws Exception {
        client(fixture, "CLIENT_SDK");
        AlipayClient stranger = new DefaultAlipayClient(
                fixture.sandbox().httpsBase().toString(),
                RsaKeys.encode(RsaKeys.generate().getPrivate()),
                fixture.registered.antomPublicKey(),
                "CLIENT_SDK");

        AlipayPaymentSessionResponse answer = stranger.execute(documentedRequest());

        assertThat(answer.getResult().getResultStatus()).isEqualTo(ResultStatusType.F);
        assertThat(answer.getResult().getResultCode()).isEqualTo("INVALID_SIGNATURE");
    }

    @Test
    void spoilsASignatureSoThatTheSdkRefusesIt() throws Exception {
        AlipayClient client = client(fixture, "CLIENT_SDK");
        fixture.control("POST", "/faults", "{\"api\":\"createPaymentSession\",\"fault\":\"bad_signature\"}");

        assertThatThrownBy(() -> client.execute(documentedRequest()))
                .isInstanceOf(AlipayApiException.class)
                .hasMessageContaining("verify fail");
    }

    static AlipayClient client(SandboxFixture fixture, String id) {
        RegisteredKey registered = fixture.sandbox()
                .register(new Registration(
                        id, RsaKeys.encode(SandboxFixture.MERCHANT_KEYS.getPublic()), "SDK", null, null));
        return new DefaultAlipayClient(
                fixture.sandbox().httpsBase().toString(),
                RsaKeys.encode(SandboxFixture.MERCHANT_KEYS.getPrivate()),
                registered.antomPublicKey(),
                id);
    }

    static AlipayCheckoutPaymentSessionRequest documentedRequest() throws IOException {
        return JSON.parseObject(documentedMessage(), AlipayCheckoutPaymentSessionRequest.class);
    }

    private static AlipayPayQueryRequest inquiry() {
        AlipayPayQueryRequest request = new AlipayPayQueryRequest();
        request.setPaymentRequestId(PAYMENT);
        return request;
    }

    private static String documentedMessage() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SdkClientIT.class.getResourceAsStream("/antom/create-session-request.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
