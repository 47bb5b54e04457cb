package com.tillhouse.admin.trail;

import com.tillhouse.admin.look.AmountText;
import com.tillhouse.admin.look.StatusWord;
import com.tillhouse.admin.look.StatusWord.Tone;
import com.tillhouse.admin.trail.Sentence.Who;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.domain.SessionStatus;
import com.tillhouse.core.trail.domain.line.TrailActor;
import com.tillhouse.core.trail.domain.line.TrailCreation;
import com.tillhouse.core.trail.domain.line.TrailDelivery;
import com.tillhouse.core.trail.domain.line.TrailEvent;
import com.tillhouse.core.trail.domain.line.TrailMove;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What we did: statuses, events, and webhooks on their way to the merchant. */
final class OurWords {
    private static final List<String> NUMBERS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private OurWords() {}

    static Sentence of(TrailCreation creation) {
        String amount = AmountText.of(creation.amount());
        if (creation.external()) {
            return Sentence.of(
                    Who.ANTOM, Tone.WAITING, "A refund of " + amount + " that was made outside Tillhouse was counted.");
        }
        String aside = "payment".equals(creation.object()) ? "." : " and set its amount aside.";
        return Sentence.of(Who.TILLHOUSE, Tone.QUIET, "We saved a " + creation.object() + " of " + amount + aside);
    }

    static Sentence of(TrailMove move) {
        return switch (move.object()) {
            case "payment" -> status(move, "The payment", payment(move.from()), payment(move.to()));
            case "checkout_session" -> status(move, "The checkout", session(move.from()), session(move.to()));
            case "capture" ->
                ending(
                        move,
                        "The capture succeeded: the money was taken.",
                        "The capture failed: no money was taken, and its amount is free again.");
            default ->
                ending(
                        move,
                        "The refund succeeded: the money goes back to the buyer.",
                        "The refund failed: no money went back, and its amount is free again.");
        };
    }

    static Sentence of(TrailEvent event) {
        return Sentence.of(
                Who.WEBHOOK,
                Tone.QUIET,
                "The event " + event.type() + " was made; no webhook has carried it yet.",
                event.id());
    }

    static Sentence of(TrailDelivery delivery) {
        String webhook = "The webhook " + delivery.eventType();
        String time = delivery.attempt() == 1 ? "" : ", " + nth(delivery.attempt()) + " try";
        if (delivery.delivered()) {
            return Sentence.of(
                    Who.WEBHOOK,
                    Tone.GOOD,
                    webhook + " was delivered to " + delivery.host() + " in " + delivery.millis() + " ms" + time + ".",
                    delivery.id());
        }
        return Sentence.of(
                Who.WEBHOOK,
                Tone.BAD,
                webhook + " did not get through to " + delivery.host() + time + ": " + failure(delivery) + ".",
                delivery.id(),
                delivery.error(),
                delivery.millis() + " ms");
    }

    private static String failure(TrailDelivery delivery) {
        if (delivery.httpStatus() != null) {
            return "your server answered " + delivery.httpStatus();
        }
        return delivery.error() == null ? "no answer came" : delivery.error().replace('_', ' ');
    }

    private static String nth(int number) {
        return number <= NUMBERS.size() ? NUMBERS.get(number - 1) : number + "th";
    }

    private static Sentence status(TrailMove move, String subject, StatusWord from, StatusWord to) {
        return Sentence.of(
                Who.TILLHOUSE,
                to.tone(),
                subject + " went from " + from.text() + " to " + to.text() + ".",
                move.resultCode(),
                because(move));
    }

    private static Sentence ending(TrailMove move, String good, String bad) {
        boolean succeeded = "succeeded".equals(move.to());
        return Sentence.of(
                Who.TILLHOUSE,
                succeeded ? Tone.GOOD : Tone.BAD,
                succeeded ? good : bad,
                move.resultCode(),
                because(move));
    }

    private static @Nullable String because(TrailMove move) {
        TrailActor by = move.by();
        if (by == null) {
            return "by " + move.cause();
        }
        return by.requestId() == null ? by.id() : by.requestId();
    }

    private static StatusWord payment(String status) {
        return StatusWord.of(PaymentStatus.valueOf(status.toUpperCase(Locale.ROOT)));
    }

    private static StatusWord session(String status) {
        return StatusWord.of(SessionStatus.valueOf(status.toUpperCase(Locale.ROOT)));
    }
}
