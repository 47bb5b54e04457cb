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
