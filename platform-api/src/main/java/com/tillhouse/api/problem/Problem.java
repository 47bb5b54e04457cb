package com.tillhouse.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.tillhouse.core.capture.usecase.CaptureFigures;
import com.tillhouse.core.checkout.domain.Balance;
import com.tillhouse.core.checkout.usecase.ProviderResource;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.Violation;
import java.util.List;
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
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                code,
                found,
                retryable,
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

    Problem lacking(String scope) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                code,
                errors,
                retryable,
                provider,
                scope,
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

    Problem about(String session, @Nullable ProviderResource said) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                code,
                errors,
                retryable,
                said,
                requiredScope,
                session,
                payment,
                authorized,
                capturing,
                captured,
                refunded,
                reserved,
                available,
                sessions);
    }

    Problem ofPayment(String id, @Nullable ProviderResource said) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                code,
                errors,
                retryable,
                said,
                requiredScope,
                checkoutSession,
                id,
                authorized,
                capturing,
                captured,
                refunded,
                reserved,
                available,
                sessions);
    }

    Problem figures(Balance balance) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                code,
                errors,
                retryable,
                provider,
                requiredScope,
                checkoutSession,
                payment,
                authorized,
                capturing,
                balance.captured(),
                balance.refunded(),
                balance.reserved(),
                balance.refundable(),
                sessions);
    }

    Problem naming(List<String> open) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                code,
                errors,
                retryable,
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
                open);
    }

    Problem figures(CaptureFigures figures) {
        return new Problem(
                type,
                title,
                status,
                detail,
                instance,
                code,
                errors,
                retryable,
                provider,
                requiredScope,
                checkoutSession,
                payment,
                figures.authorized(),
                figures.capturing(),
                figures.captured(),
                refunded,
                reserved,
                figures.available(),
                sessions);
    }
}
