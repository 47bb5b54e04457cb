package com.tillhouse.sandbox.fault;

import com.tillhouse.sandbox.protocol.Amount;
import com.tillhouse.sandbox.protocol.ResultCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Faults that an amount asks for by its last four digits, 77 and two more (77.11 in a currency with cents, 7711 in one
 * without; IDR counts whole rupiah). What happens a number of times happens so often for each refund, capture or payment, and
 * for each order where it is about opening a session; that count does not survive a restart.
 */
public final class MagicAmounts {

    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final int FOUR_DIGITS = 10_000;
    private static final int IDR_STEP = 100;

    private static final List<Magic> ALL = List.of(
            new Magic(7701, Api.PAY, FaultKind.DECLINE, ALWAYS, null),
            new Magic(7702, Api.PAY, FaultKind.PENDING_THEN_SUCCESS, ALWAYS, null),
            new Magic(7703, Api.PAY, FaultKind.PENDING_THEN_FAIL, ALWAYS, null),
            new Magic(7704, Api.NOTIFY_PAYMENT, FaultKind.DUPLICATE, ALWAYS, null),
            new Magic(7705, Api.NOTIFY_PAYMENT, FaultKind.LATE, ALWAYS, null),
            new Magic(7706, Api.NOTIFY_PAYMENT, FaultKind.WRONG_AMOUNT, ALWAYS, null),
            new Magic(7711, Api.REFUND, FaultKind.REFUND_IN_PROCESS, ALWAYS, null),
            new Magic(7712, Api.REFUND, FaultKind.REFUND_IN_PROCESS_THEN_FAIL, ALWAYS, null),
            new Magic(7721, Api.REFUND, FaultKind.UNKNOWN_U, 2, null),
            new Magic(7722, Api.REFUND, FaultKind.LOSE_RESPONSE, 1, null),
            new Magic(7723, Api.REFUND, FaultKind.BEFORE_RESPONSE, 1, null),
            refused(7731, Api.REFUND, ResultCode.MERCHANT_BALANCE_NOT_ENOUGH),
            refused(7732, Api.REFUND, ResultCode.REFUND_WINDOW_EXCEED),
            new Magic(7741, Api.CREATE_PAYMENT_SESSION, FaultKind.LOSE_RESPONSE, 1, null),
            new Magic(7742, Api.CREATE_PAYMENT_SESSION, FaultKind.UNKNOWN_U, 2, null),
            new Magic(7744, Api.CREATE_PAYMENT_SESSION, FaultKind.LOSE_RESPONSE, ALWAYS, null),
            refused(7743, Api.CREATE_PAYMENT_SESSION, ResultCode.PROCESS_FAIL),
            new Magic(7751, Api.CANCEL, FaultKind.UNKNOWN_U, 2, null),
            new Magic(7752, Api.CANCEL, FaultKind.LOSE_RESPONSE, 1, null),
            refused(7753, Api.CANCEL, ResultCode.CANCEL_WINDOW_EXCEED),
            new Magic(7754, Api.CANCEL, FaultKind.CANCEL_RACES_SUCCESS, 1, null),
            new Magic(7761, Api.CAPTURE, FaultKind.CAPTURE_IN_PROCESS, ALWAYS, null),
            new Magic(7762, Api.CAPTURE, FaultKind.CAPTURE_IN_PROCESS_THEN_FAIL, ALWAYS, null));

    private final Map<Use, Integer> uses = new ConcurrentHashMap<>();

    /** All digits that do something. */
    static List<Integer> digits() {
        return ALL.stream().map(Magic::digits).toList();
    }

    /** What this amount does at this moment; nothing if it is an ordinary one, or has done it often enough. */
    Optional<Fault> take(FaultPoint point) {
        Amount amount = point.amount();
        if (amount == null) {
            return Optional.empty();
        }
        int digits = digits(amount);
        return ALL.stream()
                .filter(magic -> magic.digits == digits && magic.api == point.api())
                .findFirst()
                .filter(magic -> isLeft(magic, point.requestId()))
                .map(Magic::fault);
    }

    private boolean isLeft(Magic magic, @Nullable String requestId) {
        return magic.times == ALWAYS
                || uses.merge(new Use(magic.digits, String.valueOf(requestId)), 1, Integer::sum) <= magic.times;
    }

    private static int digits(Amount amount) {
        long units = amount.currency().equals("IDR") ? amount.units() / IDR_STEP : amount.units();
        return (int) (units % FOUR_DIGITS);
    }

    private static Magic refused(int digits, Api api, ResultCode code) {
        return new Magic(digits, api, FaultKind.RESULT_CODE, ALWAYS, code);
    }

    private record Use(int digits, String requestId) {}

    private record Magic(
            int digits,
            Api api,
            FaultKind kind,
            int times,
            @Nullable ResultCode code) {

        Fault fault() {
            return new Fault(api, kind, 1, null, Fault.usualDelay(api, kind), code);
        }
    }
}
