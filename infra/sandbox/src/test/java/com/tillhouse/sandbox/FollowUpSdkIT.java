package com.tillhouse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.global.api.AlipayClient;
import com.alipay.global.api.model.ResultStatusType;
import com.alipay.global.api.model.ams.Amount;
import com.alipay.global.api.model.ams.TransactionStatusType;
import com.alipay.global.api.model.ams.TransactionType;
import com.alipay.global.api.request.ams.pay.AlipayCaptureRequest;
import com.alipay.global.api.request.ams.pay.AlipayInquiryRefundRequest;
import com.alipay.global.api.request.ams.pay.AlipayPayCancelRequest;
import com.alipay.global.api.request.ams.pay.AlipayPayQueryRequest;
import com.alipay.global.api.request.ams.pay.AlipayRefundRequest;
import com.alipay.global.api.response.ams.pay.AlipayCaptureResponse;
import com.alipay.global.api.response.ams.pay.AlipayInquiryRefundResponse;
import com.alipay.global.api.response.ams.pay.AlipayPayCancelResponse;
import com.alipay.global.api.response.ams.pay.AlipayPayQueryResponse;
import com.alipay.global.api.response.ams.pay.AlipayRefundResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Antom's own client, with its own transport, against the https door, after the payment; on both path families. */
class FollowUpSdkIT {

    private SandboxFixture fixture;
    private MerchantCalls merchant;

    @BeforeAll
    static void letTheSdkSignOnThisJdk() {
        SdkClientIT.letTheSdkSignOnThisJdk();
    }

    @BeforeEach
    void start() throws Exception {
        fixture = new SandboxFixture();
        merchant = new MerchantCalls(fixture);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void refundsAndInquires() throws Exception {
        AlipayClient client = SdkClientIT.client(fixture, SandboxFixture.CLIENT);
        AlipayRefundRequest request = new AlipayRefundRequest();
        request.setRefundRequestId("R1");
        request.setPaymentId(merchant.paid("P1"));
        request.setRefundAmount(new Amount("SGD", "2500"));
        AlipayRefundResponse refund = client.execute(request);
        AlipayInquiryRefundRequest inquiry = new AlipayInquiryRefundRequest();
        inquiry.setRefundRequestId("R1");
        AlipayInquiryRefundResponse answer = client.execute(inquiry);

        assertThat(refund.getResult().getResultStatus()).isEqualTo(ResultStatusType.S);
        assertThat(refund.getRefundAmount().getValue()).isEqualTo("2500");
        assertThat(answer.getRefundStatus()).isEqualTo(TransactionStatusType.SUCCESS);
        assertThat(answer.getRefundId()).isEqualTo(refund.getRefundId());
        assertThat(answer.getRefundTime()).isEqualTo(refund.getRefundTime());
    }

    @Test
    void capturesAndInquires() throws Exception {
        AlipayClient client = SdkClientIT.client(fixture, SandboxFixture.CLIENT);
        AlipayCaptureRequest request = new AlipayCaptureRequest();
        request.setCaptureRequestId("C1");
        request.setPaymentId(merchant.authorised("P1", "CARD"));
        request.setCaptureAmount(new Amount("SGD", "6000"));
        AlipayCaptureResponse capture = client.execute(request);
        AlipayPayQueryRequest inquiry = new AlipayPayQueryRequest();
        inquiry.setPaymentRequestId("P1");
        AlipayPayQueryResponse answer = client.execute(inquiry);

        assertThat(capture.getResult().getResultStatus()).isEqualTo(ResultStatusType.S);
        assertThat(capture.getAcquirerReferenceNo()).isNotEmpty();
        assertThat(answer.getTransactions()).hasSize(1);
        assertThat(answer.getTransactions().getFirst().getTransactionType()).isEqualTo(TransactionType.CAPTURE);
        assertThat(answer.getTransactions().getFirst().getTransactionId()).isEqualTo(capture.getCaptureId());
        assertThat(answer.getAuthExpiryTime()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {SandboxFixture.CLIENT, "SANDBOX_5X0009"})
    void cancelsOnBothPathFamilies(String clientId) throws Exception {
        AlipayClient client = SdkClientIT.client(fixture, clientId);
        client.execute(SdkClientIT.documentedRequest());
        AlipayPayCancelRequest request = new AlipayPayCancelRequest();
        request.setPaymentRequestId(SdkClientIT.PAYMENT);
        AlipayPayCancelResponse answer = client.execute(request);
        AlipayPayQueryRequest inquiry = new AlipayPayQueryRequest();
        inquiry.setPaymentRequestId(SdkClientIT.PAYMENT);

        assertThat(answer.getResult().getResultCode()).isEqualTo("SUCCESS");
        assertThat(answer.getCancelTime()).isNotEmpty();
        assertThat(client.execute(inquiry).getPaymentStatus()).isEqualTo(TransactionStatusType.CANCELLED);
    }
}
