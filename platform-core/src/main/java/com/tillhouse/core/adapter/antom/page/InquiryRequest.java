package com.tillhouse.core.adapter.antom.page;

import com.alipay.global.api.model.constants.AntomPathConstants;
import com.alipay.global.api.request.AlipayRequest;

/** inquiryPayment, answered with the fields that SDK 2.0.45 drops. Single use: the SDK writes the client id and the path into it. */
public final class InquiryRequest extends AlipayRequest<InquiryAnswer> {
    private final String paymentRequestId;

    public InquiryRequest(String paymentRequestId) {
        this.paymentRequestId = paymentRequestId;
        setPath(AntomPathConstants.INQUIRY_PAYMENT_PATH);
    }

    public String getPaymentRequestId() {
        return paymentRequestId;
    }

    @Override
    public Class<InquiryAnswer> getResponseClass() {
        return InquiryAnswer.class;
    }
}
