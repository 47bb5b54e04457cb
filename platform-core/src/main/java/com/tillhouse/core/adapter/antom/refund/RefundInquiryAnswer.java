package com.tillhouse.core.adapter.antom.refund;

import com.alibaba.fastjson.annotation.JSONField;
import com.alipay.global.api.model.ams.TransactionStatusType;
import com.alipay.global.api.response.ams.pay.AlipayInquiryRefundResponse;
import org.jspecify.annotations.Nullable;

/** What inquiryRefund answers, with the status as it was written: the SDK's parser takes {@code 0} and {@code "success"} for {@code SUCCESS}. */
public final class RefundInquiryAnswer extends AlipayInquiryRefundResponse {
    private @Nullable String written;

    @JSONField(name = "refundStatus")
    public @Nullable String getWritten() {
        return written;
    }

    @JSONField(name = "refundStatus")
    public void setWritten(@Nullable String written) {
        this.written = written;
    }

    @Override
    @JSONField(serialize = false, deserialize = false)
    public @Nullable TransactionStatusType getRefundStatus() {
        return null;
    }

    @Override
    @JSONField(serialize = false, deserialize = false)
    public void setRefundStatus(TransactionStatusType ignored) {
        throw new UnsupportedOperationException("the status is read as text");
    }
}
