package com.tillhouse.admin.trail;

import com.tillhouse.admin.look.StatusWord.Tone;
import com.tillhouse.admin.trail.Sentence.Who;
import com.tillhouse.core.trail.domain.line.TrailActor;
import com.tillhouse.core.trail.domain.line.TrailGatewayCall;
import com.tillhouse.core.trail.domain.line.TrailNotification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What we asked of Antom, what it answered, and what it told us by itself. */
final class AntomWords {
    private static final String UNKNOWN_THERE = "ORDER_NOT_EXIST";
    private static final String IN_PROCESS = "REFUND_IN_PROCESS";

    /** What Antom does when it says yes, and what we asked it to do. */
    private record Api(String done, String asked) {}

    private static final Map<String, Api> APIS = Map.of(
            "createPaymentSession", new Api("opened the payment page", "open the payment page"),
            "cancel", new Api("cancelled the payment", "cancel the payment"),
            "refund", new Api("confirmed the refund", "make the refund"),
            "capture", new Api("confirmed the capture", "capture the payment"));

    private static final Map<String, String> ABOUT = Map.of(
            "inquiryPayment", "the payment",
            "inquiryRefund", "the refund");

    private static final Map<String, String> SAID = Map.of(
            "SUCCESS", "it is done",
            "FAIL", "it failed",
            "PROCESSING", "it is not final yet",
            "PENDING", "it is not final yet",
            "CANCELLED", "it is cancelled");

    private static final Map<String, String> LOST = Map.of(
            "not_sent", "we held the call back and sent nothing",
            "no_answer", "no answer came",
            "unsigned", "the answer was not signed",
            "forged", "the signature of the answer was wrong",
            "unreadable", "the answer could not be read",
            "said_unknown", "Antom does not know yet",
            "inconsistent", "the answer did not fit the question");

    private static final Map<String, String> TYPES = Map.of(
            "PAYMENT_RESULT", "the result of the payment",
            "PAYMENT_PENDING", "that the payment is being processed",
            "REFUND_RESULT", "the result of the refund",
            "CAPTURE_RESULT", "the result of the capture");

    private AntomWords() {}

    static Sentence of(TrailGatewayCall call) {
        String about = ABOUT.get(call.api());
        String text = about == null ? deed(call) : answer(call, about);
        return Sentence.of(Who.ANTOM, tone(call), text, code(call), call.millis() + " ms", behalf(call.by()));
    }

    static Sentence of(TrailNotification told) {
        String what = TYPES.getOrDefault(told.type(), told.type());
        String copies = told.copies() > 1 ? " It came " + told.copies() + " times." : "";
        return switch (told.verdict()) {
            case "applied" ->
                Sentence.of(Who.ANTOM, Tone.QUIET, "Antom told us " + what + "." + copies, told.id(), told.type());
            case "unchanged" ->
                Sentence.of(
                        Who.ANTOM,
                        Tone.QUIET,
                        "Antom told us " + what + "; that was known already." + copies,
                        told.id(),
                        told.type());
            default ->
                Sentence.of(
                        Who.ANTOM,
                        Tone.BAD,
                        "Antom told us " + what + ", but it could not be applied, so we ask Antom." + copies,
                        told.id(),
                        told.type(),
                        told.reason());
        };
    }

    private static String deed(TrailGatewayCall call) {
        Api api = APIS.getOrDefault(call.api(), new Api("confirmed " + call.api(), "do " + call.api()));
        return switch (call.outcome()) {
            case "confirmed" -> "Antom " + api.done() + ".";
            case "declined" -> "We asked Antom to " + api.asked() + ". It refused.";
            default ->
                taken(call)
                        ? "Antom took the refund and is working on it. That is not final."
                        : "We asked Antom to " + api.asked() + ", but " + lost(call)
                                + ". It may have happened or not; we find out.";
        };
    }

    private static String answer(TrailGatewayCall call, String about) {
        String asked = "We asked Antom what became of " + about;
        if (UNKNOWN_THERE.equals(call.resultCode()) && "declined".equals(call.outcome())) {
            return asked + ": it knows of none.";
        }
        String said = call.said() == null ? "it answered" : SAID.getOrDefault(call.said(), call.said());
        return switch (call.outcome()) {
            case "confirmed" -> asked + ": " + said + ".";
            case "declined" -> asked + ". It did not want to say.";
            default -> asked + ", but " + lost(call) + ". We ask again.";
        };
    }

    private static boolean taken(TrailGatewayCall call) {
        return "said_unknown".equals(call.reason()) && IN_PROCESS.equals(call.resultCode());
    }

    private static String lost(TrailGatewayCall call) {
        return LOST.getOrDefault(String.valueOf(call.reason()), "the answer was not clear");
    }

    private static Tone tone(TrailGatewayCall call) {
        return switch (call.outcome()) {
            case "confirmed" -> Tone.QUIET;
            case "declined" -> UNKNOWN_THERE.equals(call.resultCode()) ? Tone.QUIET : Tone.BAD;
            default -> Tone.WAITING;
        };
    }

    private static @Nullable String code(TrailGatewayCall call) {
        return call.said() == null ? call.resultCode() : call.resultCode() + " · " + call.said();
    }

    private static @Nullable String behalf(@Nullable TrailActor by) {
        if (by == null) {
            return null;
        }
        return "recovery".equals(by.kind()) ? "asked by itself" : by.requestId();
    }
}
