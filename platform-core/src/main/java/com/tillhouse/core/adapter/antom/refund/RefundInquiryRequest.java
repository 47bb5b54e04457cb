package com.tillhouse.core.adapter.antom.refund;

import com.alipay.global.api.model.constants.AntomPathConstants;
import com.alipay.global.api.request.AlipayRequest;

/** inquiryRefund, answered with the status as it was written. Single use: the SDK writes the client id and the path into it. */
public final class RefundInquiryRequest extends AlipayRequest<RefundInquiryAnswer> {
    private final String refundRequestId;

    public RefundInquiryRequest(String refundRequestId) {
        this.refundRequestId = refundRequestId;
        setPath(AntomPathConstants.INQUIRY_REFUND_PATH);
    }

    public String getRefundRequestId() {
        return refundRequestId;
    }

    @Override
    public Class<RefundInquiryAnswer> getResponseClass() {
        return RefundInquiryAnswer.class;
    }
}
