package com.tillhouse.core.adapter.antom.page;

import com.alibaba.fastjson.annotation.JSONField;
import com.alipay.global.api.model.ams.Transaction;
import com.alipay.global.api.model.ams.TransactionStatusType;
import com.alipay.global.api.response.ams.pay.AlipayPayQueryResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What inquiryPayment answers, with the method that SDK 2.0.45 drops and with the status as it was written: the SDK's parser takes {@code 0} and
 * {@code "success"} for {@code SUCCESS}.
 */
public final class InquiryAnswer extends AlipayPayQueryResponse {
    private @Nullable String paymentMethodType;
    private @Nullable String written;
    private @Nullable List<FollowUpAnswer> followUps;

    public @Nullable String getPaymentMethodType() {
        return paymentMethodType;
    }

    public void setPaymentMethodType(@Nullable String paymentMethodType) {
        this.paymentMethodType = paymentMethodType;
    }

    @JSONField(name = "paymentStatus")
    public @Nullable String getWritten() {
        return written;
    }

    @JSONField(name = "paymentStatus")
    public void setWritten(@Nullable String written) {
        this.written = written;
    }

    @JSONField(name = "transactions")
    public @Nullable List<FollowUpAnswer> getFollowUps() {
        return followUps;
    }

    @JSONField(name = "transactions")
    public void setFollowUps(@Nullable List<FollowUpAnswer> followUps) {
        this.followUps = followUps;
    }

    @Override
    @JSONField(serialize = false, deserialize = false)
    public @Nullable List<Transaction> getTransactions() {
        return null;
    }

    @Override
    @JSONField(serialize = false, deserialize = false)
    public void setTransactions(List<Transaction> ignored) {
        throw new UnsupportedOperationException("their kind and status are read as text");
    }

    @Override
    @JSONField(serialize = false, deserialize = false)
    public @Nullable TransactionStatusType getPaymentStatus() {
        return null;
    }

    @Override
    @JSONField(serialize = false, deserialize = false)
    public void setPaymentStatus(TransactionStatusType ignored) {
        throw new UnsupportedOperationException("the status is read as text");
    }
}
