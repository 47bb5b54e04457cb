package com.tillhouse.core.adapter.antom.page;

import com.alipay.global.api.model.Result;
import com.alipay.global.api.model.ams.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A refund or capture in the answer to inquiryPayment, with its kind and status as they were written.
 *
 * @see com.alipay.global.api.model.ams.Transaction
 */
public final class FollowUpAnswer {
    private @Nullable Result transactionResult;
    private @Nullable String transactionId;
    private @Nullable String transactionType;
    private @Nullable String transactionStatus;
    private @Nullable Amount transactionAmount;
    private @Nullable String transactionRequestId;
    private @Nullable String transactionTime;

    public @Nullable Result getTransactionResult() {
        return transactionResult;
    }

    public void setTransactionResult(@Nullable Result transactionResult) {
        this.transactionResult = transactionResult;
    }

    public @Nullable String getTransactionId() {
        return transactionId;
    }

    public void setTransactionId(@Nullable String transactionId) {
        this.transactionId = transactionId;
    }

    public @Nullable String getTransactionType() {
        return transactionType;
    }

    public void setTransactionType(@Nullable String transactionType) {
        this.transactionType = transactionType;
    }

    public @Nullable String getTransactionStatus() {
        return transactionStatus;
    }

    public void setTransactionStatus(@Nullable String transactionStatus) {
        this.transactionStatus = transactionStatus;
    }

    public @Nullable Amount getTransactionAmount() {
        return transactionAmount;
    }

    public void setTransactionAmount(@Nullable Amount transactionAmount) {
        this.transactionAmount = transactionAmount;
    }

    public @Nullable String getTransactionRequestId() {
        return transactionRequestId;
    }

    public void setTransactionRequestId(@Nullable String transactionRequestId) {
        this.transactionRequestId = transactionRequestId;
    }

    public @Nullable String getTransactionTime() {
        return transactionTime;
    }

    public void setTransactionTime(@Nullable String transactionTime) {
        this.transactionTime = transactionTime;
    }
}
