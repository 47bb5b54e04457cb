package com.tillhouse.api.checkout;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.problem.ProblemMapper;
import com.tillhouse.core.checkout.usecase.CancelNotPossibleException;
import com.tillhouse.core.checkout.usecase.CancelPayment;
import com.tillhouse.core.checkout.usecase.CheckoutSessionResource;
import com.tillhouse.core.checkout.usecase.ExpireCheckoutSession;
import com.tillhouse.core.checkout.usecase.FindCheckout;
import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.idempotency.Deed;
import com.tillhouse.core.idempotency.Reply;
import java.util.Set;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Closing payments and sessions as deeds under a key, with their ends in bytes that are kept with it. */
final class ClosingDeeds {
    /** After a cancel that Antom answered clearly, nothing else is left. */
    private static final Set<String> OVER = Set.of("canceled", "failed", "expired");

    private static final String OPEN = "open";

    private final CancelPayment cancel;
    private final ExpireCheckoutSession expire;
    private final FindCheckout find;
    private final ProblemMapper problems;
    private final JsonMapper json;

    ClosingDeeds(
            CancelPayment cancel,
            ExpireCheckoutSession expire,
            FindCheckout find,
            ProblemMapper problems,
            JsonMapper json) {
        this.cancel = cancel;
        this.expire = expire;
        this.find = find;
        this.problems = problems;
        this.json = json;
    }

    /** Cancels a payment. Antom's refusal is an answer that is kept; an unclear one is not, so that the same key asks again. */
    Deed cancel(Caller caller, String payment, String instance) {
        return () -> {
            try {
                return canceled(cancel.cancel(caller.tenant(), caller.mode(), payment), instance);
            } catch (CancelNotPossibleException e) {
                ProviderResult said = e.result();
                if (said == null) {
                    throw e;
                }
                return kept(HttpStatus.CONFLICT, problems.cancelRefused(payment, e, said, instance));
            }
        };
    }

    /** Expires a session. Found ended when driven on after a crash, it is answered as it is: that is what the first request came to. */
    Deed expire(Caller caller, String session) {
        return new Deed() {
            @Override
            public Result first() {
                return kept(HttpStatus.OK, expire.expire(caller.tenant(), caller.mode(), session));
            }

            @Override
            public Result again() {
                CheckoutSessionResource known = find.session(caller.tenant(), caller.mode(), session);
                return known.status().equals(OPEN) ? first() : kept(HttpStatus.OK, known);
            }
        };
    }

    private Deed.Result canceled(PaymentResource payment, String instance) {
        return OVER.contains(payment.status())
                ? kept(HttpStatus.OK, payment)
                : new Deed.Result(reply(HttpStatus.GATEWAY_TIMEOUT, problems.cancelUnclear(payment, instance)), false);
    }

    private Deed.Result kept(HttpStatus status, Object body) {
        return new Deed.Result(reply(status, body), true);
    }

    private Reply reply(HttpStatus status, Object body) {
        return Reply.first(status.value(), json.writeValueAsBytes(body));
    }
}
