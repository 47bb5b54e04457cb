package com.tillhouse.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What can go wrong on demand. */
public enum FaultKind {
    /** The call takes effect; the connection closes without an answer. */
    LOSE_RESPONSE(Api::isCalled),
    /** The call takes effect; the answer comes late. */
    DELAY(Api::isCalled),
    /** The call takes effect; the answer comes byte by byte. */
    DRIP(Api::isCalled),
    /** The call takes effect; the answer is an HTML page with status 500. */
    HTTP_500_HTML(Api::isCalled),
    /** The call takes effect; the answer is 200 with nothing in it. */
    EMPTY_200(Api::isCalled),
    /** The call takes effect; its answer carries no signature. */
    UNSIGNED_SUCCESS(Api::isCalled),
    /** The call takes effect; the signature of its answer belongs to another text. */
    BAD_SIGNATURE(Api::isCalled),
    /** The call takes no effect; the answer is U UNKNOWN_EXCEPTION. */
    UNKNOWN_U(Api::isCalled),
    /** The call takes effect; the answer holds a status that no document names. */
    UNKNOWN_ENUM(Api::isCalled),
    /** The call takes no effect; the answer is the code that the fault names. */
    RESULT_CODE(Api::isCalled),
    /** What the call caused is notified, and the merchant has replied, before the answer leaves. */
    BEFORE_RESPONSE(api -> api == Api.CREATE_PAYMENT_SESSION
            || api == Api.REFUND
            || api == Api.CAPTURE
            || api == Api.NOTIFY_REFUND
            || api == Api.NOTIFY_CAPTURE),
    /** The buyer pays, and that is notified, while the cancel is on its way; the cancel wins. */
    CANCEL_RACES_SUCCESS(api -> api == Api.CANCEL),
    /** The refund is answered with U REFUND_IN_PROCESS and succeeds after the delay. */
    REFUND_IN_PROCESS(api -> api == Api.REFUND),
    /** The refund is answered with U REFUND_IN_PROCESS and fails after the delay. */
    REFUND_IN_PROCESS_THEN_FAIL(api -> api == Api.REFUND),
    /** The capture is answered with U CAPTURE_IN_PROCESS and succeeds after the delay. */
    CAPTURE_IN_PROCESS(api -> api == Api.CAPTURE),
    /** The capture is answered with U CAPTURE_IN_PROCESS and fails after the delay. */
    CAPTURE_IN_PROCESS_THEN_FAIL(api -> api == Api.CAPTURE),
    /** The buyer's Pay is declined. */
    DECLINE(api -> api == Api.PAY),
    /** The buyer's Pay is pending and succeeds after the delay. */
    PENDING_THEN_SUCCESS(api -> api == Api.PAY),
    /** The buyer's Pay is pending and fails after the delay. */
    PENDING_THEN_FAIL(api -> api == Api.PAY),
    /** The first attempt is sent twice. */
    DUPLICATE(Api::isNotification),
    /** The first attempt waits for the delay. */
    LATE(Api::isNotification),
    /** The first attempt's body is changed after it was signed. */
    TAMPER(Api::isNotification),
    /** The notification or the answer, well signed, names another amount. */
    WRONG_AMOUNT(api -> api.isNotification()
            || api == Api.INQUIRY_PAYMENT
            || api == Api.REFUND
            || api == Api.INQUIRY_REFUND
            || api == Api.CAPTURE),
    /** The notification waits until a later one of the same payment has been sent, at most for the delay. */
    REORDER(Api::isNotification);

    private final Predicate<Api> fitting;

    FaultKind(Predicate<Api> fitting) {
        this.fitting = fitting;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean fits(Api api) {
        return fitting.test(api);
    }

    /** Whether the outcome stays open for the delay, by the sandbox's clock. */
    public boolean leavesOpen() {
        return switch (this) {
            case REFUND_IN_PROCESS,
                    REFUND_IN_PROCESS_THEN_FAIL,
                    CAPTURE_IN_PROCESS,
                    CAPTURE_IN_PROCESS_THEN_FAIL,
                    PENDING_THEN_SUCCESS,
                    PENDING_THEN_FAIL -> true;
            default -> false;
        };
    }

    /** Whether what is left open ends well. */
    public boolean endsWell() {
        return this == REFUND_IN_PROCESS || this == CAPTURE_IN_PROCESS || this == PENDING_THEN_SUCCESS;
    }

    public static Optional<FaultKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}
