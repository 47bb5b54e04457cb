package com.tillhouse.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.tillhouse.core.capture.usecase.CaptureFigures;
import com.tillhouse.core.checkout.domain.Balance;
import com.tillhouse.core.checkout.usecase.ProviderResource;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 shapes it.
 *
 * @param type a page that explains it
 * @param title what kind of problem it is, in a few words
 * @param status the HTTP status, again
 * @param detail what is wrong this time and what to do
 * @param instance the address that was called
 * @param code stable, for programs
 * @param errors every field that is wrong
 * @param retryable true when the same request may succeed later
 * @param provider Antom's own code and message
 * @param requiredScope the scope that the token lacks
 * @param checkoutSession the session to look at, when one was made
 * @param payment the payment to look at
 * @param authorized what is or was held for captures
 * @param capturing what captures on their way speak for
 * @param captured what was paid
 * @param refunded what was given back
 * @param reserved what is on its way back
 * @param available what can still be given back, or captured
 * @param sessions the sessions that stand in the way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String instance,
        String code,
        @Nullable List<Violation> errors,
        boolean retryable,
        @Nullable ProviderResource provider,
        @Nullable String requiredScope,
        @Nullable String checkoutSession,
        @Nullable String payment,
        @Nullable Money authorized,
        @Nullable Money capturing,
        @Nullable Money captured,
        @Nullable Money refunded,
        @Nullable Money reserved,
        @Nullable Money available,
        @Nullable List<String> sessions) {

    Problem with(List<Violation> found) {
        return with(draft -> draft.errors = found);
    }

    Problem lacking(String scope) {
        return with(draft -> draft.requiredScope = scope);
    }

    Problem about(String session, @Nullable ProviderResource said) {
        return with(draft -> {
            draft.checkoutSession = session;
            draft.provider = said;
        });
    }

    Problem ofPayment(String id, @Nullable ProviderResource said) {
        return with(draft -> {
            draft.payment = id;
            draft.provider = said;
        });
    }

    Problem figures(Balance balance) {
        return with(draft -> {
            draft.captured = balance.captured();
            draft.refunded = balance.refunded();
            draft.reserved = balance.reserved();
            draft.available = balance.refundable();
        });
    }

    Problem figures(CaptureFigures figures) {
        return with(draft -> {
            draft.authorized = figures.authorized();
            draft.capturing = figures.capturing();
            draft.captured = figures.captured();
            draft.available = figures.available();
        });
    }

    Problem naming(List<String> open) {
        return with(draft -> draft.sessions = open);
    }

    private Problem with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.problem();
    }

    /** A copy in the making: what one kind of problem says beyond the others. */
    private static final class Draft {
        private final Problem of;
        private @Nullable List<Violation> errors;
        private @Nullable ProviderResource provider;
        private @Nullable String requiredScope;
        private @Nullable String checkoutSession;
        private @Nullable String payment;
        private @Nullable Money authorized;
        private @Nullable Money capturing;
        private @Nullable Money captured;
        private @Nullable Money refunded;
        private @Nullable Money reserved;
        private @Nullable Money available;
        private @Nullable List<String> sessions;

        Draft(Problem of) {
            this.of = of;
            errors = of.errors;
            provider = of.provider;
            requiredScope = of.requiredScope;
            checkoutSession = of.checkoutSession;
            payment = of.payment;
            authorized = of.authorized;
            capturing = of.capturing;
            captured = of.captured;
            refunded = of.refunded;
            reserved = of.reserved;
            available = of.available;
            sessions = of.sessions;
        }

        Problem problem() {
            return new Problem(
                    of.type,
                    of.title,
                    of.status,
                    of.detail,
                    of.instance,
                    of.code,
                    errors,
                    of.retryable,
                    provider,
                    requiredScope,
                    checkoutSession,
                    payment,
                    authorized,
                    capturing,
                    captured,
                    refunded,
                    reserved,
                    available,
                    sessions);
        }
    }
}
