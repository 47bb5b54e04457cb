package com.tillhouse.sandbox.settings;

import com.tillhouse.sandbox.protocol.ResultCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Antom's documents leave open, as switches.
 *
 * @param inquiryBeforeAction the answer to an inquiry before the buyer did anything
 * @param repeatedSession the code for a paymentRequestId that comes again with another body
 * @param expiryNotification whether a session that expires is told to the merchant
 * @param severalAttempts whether the buyer may try again in the same session after a failure
 * @param requireSeedFields whether buyer, goods and paymentMethod are mandatory, as only one of Antom's pages says
 * @param requestTimeSkew how far request-time may be from the sandbox's clock; null for any distance
 * @param retryTimeFactor multiplies the intervals between notification attempts
 * @param resendAfterWrongAnswer whether a notification that was answered wrongly is sent again
 * @param declineCode the result code of a payment that the buyer declines
 * @param cancelBeforeAction the answer to a cancel before the buyer did anything
 * @param cancelAfterFailure the answer to a cancel of a payment that failed or expired
 * @param refundNotFound the answer to an inquiry for a refund that nobody asked for
 * @param magicAmounts whether certain amounts make calls go wrong
 */
public record Switches(
        InquiryBeforeAction inquiryBeforeAction,
        RepeatedSession repeatedSession,
        boolean expiryNotification,
        boolean severalAttempts,
        boolean requireSeedFields,
        @Nullable Duration requestTimeSkew,
        double retryTimeFactor,
        boolean resendAfterWrongAnswer,
        DeclineCode declineCode,
        CancelBeforeAction cancelBeforeAction,
        CancelAfterFailure cancelAfterFailure,
        RefundNotFound refundNotFound,
        boolean magicAmounts) {

    public Switches {
        if (!(retryTimeFactor >= 0 && retryTimeFactor <= 1000)) {
            throw new IllegalArgumentException("retry_time_factor must be from 0 to 1000, got " + retryTimeFactor);
        }
        if (requestTimeSkew != null && requestTimeSkew.isNegative()) {
            throw new IllegalArgumentException("request_time_skew must not be negative, got " + requestTimeSkew);
        }
    }

    public static Switches defaults() {
        return new Switches(
                InquiryBeforeAction.ORDER_NOT_EXIST,
                RepeatedSession.REPEAT_REQ_INCONSISTENT,
                true,
                false,
                false,
                null,
                1,
                true,
                DeclineCode.USER_BALANCE_NOT_ENOUGH,
                CancelBeforeAction.CANCELLED,
                CancelAfterFailure.CANCELLED,
                RefundNotFound.ORDER_NOT_EXIST,
                false);
    }

    /** The same switches with other intervals between notification attempts. */
    public Switches withRetryTimeFactor(double factor) {
        return new Switches(
                inquiryBeforeAction,
                repeatedSession,
                expiryNotification,
                severalAttempts,
                requireSeedFields,
                requestTimeSkew,
                factor,
                resendAfterWrongAnswer,
                declineCode,
                cancelBeforeAction,
                cancelAfterFailure,
                refundNotFound,
                magicAmounts);
    }

    /** The same switches with magic amounts on or off. */
    public Switches withMagicAmounts(boolean on) {
        return new Switches(
                inquiryBeforeAction,
                repeatedSession,
                expiryNotification,
                severalAttempts,
                requireSeedFields,
                requestTimeSkew,
                retryTimeFactor,
                resendAfterWrongAnswer,
                declineCode,
                cancelBeforeAction,
                cancelAfterFailure,
                refundNotFound,
                on);
    }

    /** What an inquiry says of a session that nobody has used yet. */
    public enum InquiryBeforeAction {
        ORDER_NOT_EXIST,
        PROCESSING
    }

    /** What a cancel does to a session that nobody has used yet. */
    public enum CancelBeforeAction {
        CANCELLED,
        ORDER_NOT_EXIST
    }

    /** What a cancel does to a payment that has failed or expired. */
    public enum CancelAfterFailure {
        CANCELLED,
        ORDER_STATUS_INVALID
    }

    /** What an inquiry says of an unknown refund: a refusal, or a success that tells nothing. */
    public enum RefundNotFound {
        ORDER_NOT_EXIST,
        EMPTY_SUCCESS
    }

    /** What a second, different request with the same id is told. */
    public enum RepeatedSession {
        REPEAT_REQ_INCONSISTENT(ResultCode.REPEAT_REQ_INCONSISTENT),
        PARAM_ILLEGAL(ResultCode.PARAM_ILLEGAL);

        private final ResultCode code;

        RepeatedSession(ResultCode code) {
            this.code = code;
        }

        public ResultCode code() {
            return code;
        }
    }

    /** Some of the documented codes of a failed payment. */
    public enum DeclineCode {
        USER_BALANCE_NOT_ENOUGH(ResultCode.USER_BALANCE_NOT_ENOUGH),
        PROCESS_FAIL(ResultCode.PROCESS_FAIL),
        RISK_REJECT(ResultCode.RISK_REJECT),
        DO_NOT_HONOR(ResultCode.DO_NOT_HONOR),
        USER_PAYMENT_VERIFICATION_FAILED(ResultCode.USER_PAYMENT_VERIFICATION_FAILED);

        private final ResultCode code;

        DeclineCode(ResultCode code) {
            this.code = code;
        }

        public ResultCode code() {
            return code;
        }
    }
}
