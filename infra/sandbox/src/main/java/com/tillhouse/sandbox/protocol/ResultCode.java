package com.tillhouse.sandbox.protocol;

/** The result codes of Antom that the sandbox answers with, each with its documented result status. */
public enum ResultCode {
    SUCCESS(ResultStatus.S, "success."),
    INVALID_SIGNATURE(ResultStatus.F, "The signature is invalid."),
    KEY_NOT_FOUND(ResultStatus.F, "The key is not found."),
    PARAM_ILLEGAL(ResultStatus.F, "Illegal parameters exist."),
    METHOD_NOT_SUPPORTED(
            ResultStatus.F, "The server does not implement the requested HTTP method. Only POST is supported."),
    NO_INTERFACE_DEF(ResultStatus.F, "The API is not defined."),
    MEDIA_TYPE_NOT_ACCEPTABLE(ResultStatus.F, "The server does not implement the media type."),
    ORDER_NOT_EXIST(ResultStatus.F, "The order does not exist."),
    ORDER_IS_CLOSED(ResultStatus.F, "The order is closed."),
    REPEAT_REQ_INCONSISTENT(ResultStatus.F, "Repeated requests are inconsistent."),
    PROCESS_FAIL(ResultStatus.F, "A general business failure occurred."),
    USER_BALANCE_NOT_ENOUGH(ResultStatus.F, "The user balance is not enough for this payment."),
    RISK_REJECT(ResultStatus.F, "The transaction is rejected because of the risk control."),
    DO_NOT_HONOR(ResultStatus.F, "The payment is declined by the issuer."),
    USER_PAYMENT_VERIFICATION_FAILED(ResultStatus.F, "The user failed to pass the payment verification."),
    ACCESS_DENIED(ResultStatus.F, "Access is denied."),
    CLIENT_FORBIDDEN_ACCESS_API(ResultStatus.F, "The client is not authorized to use this API."),
    INVALID_API(ResultStatus.F, "The called API is invalid or not active."),
    INVALID_CLIENT_STATUS(ResultStatus.F, "The client status is invalid."),
    INVALID_MERCHANT_STATUS(ResultStatus.F, "The merchant status is abnormal."),
    MERCHANT_NOT_REGISTERED(ResultStatus.F, "The merchant is not registered."),
    SYSTEM_ERROR(ResultStatus.F, "A system error occurred."),
    ORDER_IS_CANCELED(ResultStatus.F, "The order is canceled."),
    ORDER_STATUS_INVALID(ResultStatus.F, "The order status is invalid."),
    CANCEL_WINDOW_EXCEED(ResultStatus.F, "The cancel date is beyond the cancel period."),
    PAYMENT_METHOD_NOT_SUPPORTED(ResultStatus.F, "The payment method does not support this operation."),
    USER_NOT_EXIST(ResultStatus.F, "The user does not exist."),
    USER_STATUS_ABNORMAL(ResultStatus.F, "The user status is abnormal."),
    MERCHANT_BALANCE_NOT_ENOUGH(ResultStatus.F, "The merchant balance is not enough."),
    CURRENCY_NOT_SUPPORT(ResultStatus.F, "The currency is not supported."),
    REFUND_AMOUNT_EXCEED(ResultStatus.F, "The total refund amount exceeds the payment amount."),
    REFUND_WINDOW_EXCEED(ResultStatus.F, "The refund date is beyond the refund period."),
    REFUND_NOT_SUPPORTED(ResultStatus.F, "The payment method does not support refunds."),
    PARTIAL_REFUND_NOT_SUPPORTED(ResultStatus.F, "Partial refunds are not supported."),
    MULTIPLE_REFUNDS_NOT_SUPPORTED(ResultStatus.F, "Multiple refunds are not supported."),
    AUTH_NOT_FOUND(ResultStatus.F, "The authorization is not found."),
    AUTH_CANCELLED(ResultStatus.F, "The authorization is cancelled."),
    AUTH_EXPIRED(ResultStatus.F, "The authorization is expired."),
    CAPTURE_AMOUNT_EXCEED_AUTH_LIMIT(ResultStatus.F, "The total capture amount exceeds the authorized amount."),
    MULTI_CAPTURE_NOT_SUPPORTED(ResultStatus.F, "Multiple captures are not supported."),
    INVALID_CONTRACT(ResultStatus.F, "The contract is invalid."),
    NO_PAY_OPTIONS(ResultStatus.F, "No payment method is available."),
    PAYMENT_COUNT_EXCEED_LIMIT(ResultStatus.F, "The number of payments exceeds the limit."),
    USER_AMOUNT_EXCEED_LIMIT(ResultStatus.F, "The payment amount exceeds the user's limit."),
    REFUND_IN_PROCESS(ResultStatus.U, "The refund is being processed."),
    CAPTURE_IN_PROCESS(ResultStatus.U, "The capture is being processed."),
    REQUEST_TRAFFIC_EXCEED_LIMIT(ResultStatus.U, "The request traffic exceeds the limit."),
    PAYMENT_IN_PROCESS(ResultStatus.U, "The payment is being processed."),
    UNKNOWN_EXCEPTION(ResultStatus.U, "An API calling is failed, which is caused by unknown reasons.");

    private final ResultStatus status;
    private final String message;

    ResultCode(ResultStatus status, String message) {
        this.status = status;
        this.message = message;
    }

    public ResultStatus status() {
        return status;
    }

    public String message() {
        return message;
    }
}
