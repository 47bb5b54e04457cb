package com.tillhouse.core.adapter.antom.capture;

import com.alipay.global.api.request.ams.pay.AlipayCaptureRequest;
import com.tillhouse.core.adapter.antom.wire.FieldMapper;
import com.tillhouse.core.capture.domain.Capture;

/** Puts a capture into Antom's capture. The same capture always makes the same request: Antom tells repetitions by its id and its amount. */
public final class CaptureRequestMapper {
    private CaptureRequestMapper() {}

    /** A fresh request. Antom tells the result where it tells that of the payment. */
    public static AlipayCaptureRequest request(Capture capture, String providerPaymentId) {
        AlipayCaptureRequest request = new AlipayCaptureRequest();
        request.setCaptureRequestId(capture.id());
        request.setPaymentId(providerPaymentId);
        request.setCaptureAmount(FieldMapper.amount(capture.origin().amount()));
        if (capture.origin().last()) {
            request.setIsLastCapture(Boolean.TRUE);
        }
        return request;
    }
}
