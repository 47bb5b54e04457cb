package com.tillhouse.core.adapter.antom.refund;

import com.alipay.global.api.request.ams.pay.AlipayRefundRequest;
import com.tillhouse.core.adapter.antom.wire.FieldMapper;
import com.tillhouse.core.refund.domain.Refund;

/** Puts a refund into Antom's refund. The same refund always makes the same request: Antom tells repetitions by its id and its amount. */
public final class RefundRequestMapper {
    private RefundRequestMapper() {}

    /** A fresh request; {@code notifyUrl} is where Antom is to tell the result. */
    public static AlipayRefundRequest request(Refund refund, String providerPaymentId, String notifyUrl) {
        AlipayRefundRequest request = new AlipayRefundRequest();
        request.setRefundRequestId(refund.id());
        request.setPaymentId(providerPaymentId);
        request.setRefundAmount(FieldMapper.amount(refund.origin().amount()));
        request.setRefundReason(refund.origin().reason());
        request.setRefundNotifyUrl(notifyUrl);
        return request;
    }
}
