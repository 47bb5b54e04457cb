package com.tillhouse.api.problem;

import com.tillhouse.api.ApiSettings;
import com.tillhouse.core.capture.usecase.CaptureNotPossibleException;
import com.tillhouse.core.checkout.usecase.CancelNotPossibleException;
import com.tillhouse.core.checkout.usecase.OpeningUndeterminedException;
import com.tillhouse.core.checkout.usecase.OrderAlreadyOpenException;
import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.tillhouse.core.checkout.usecase.ProviderResource;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.refund.usecase.RefundNotPossibleException;
import com.tillhouse.core.shared.PlatformException;
import com.tillhouse.core.shared.Violation;
import com.tillhouse.core.tenant.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what went wrong into a {@link Problem}. */
public final class ProblemMapper {
    private final String documentation;

    public ProblemMapper(ApiSettings settings) {
        this.documentation = settings.documentation();
    }

    /** A problem of this kind at this address. */
    public Problem of(ProblemKind kind, @Nullable String detail, String instance) {
        return new Problem(
                documentation + kind.code(),
                kind.title(),
                kind.status(),
                detail,
                instance,
                kind.code(),
                null,
                kind.retryable(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** One that lists fields; what a caller sent is said back only in a harmless form. */
    public Problem of(ProblemKind kind, String detail, String instance, List<Violation> found) {
        List<Violation> said = found.stream()
                .map(one -> new Violation(Echo.of(one.pointer()), one.code(), Echo.of(one.detail())))
                .toList();
        return of(kind, detail, instance).with(said);
    }

    /** Antom refused to open the page of this session. */
    public Problem declined(String session, ProviderResult result, String instance) {
        return of(ProblemKind.DECLINED_BY_PROVIDER, "Antom refused to open the payment page.", instance)
                .about(session, words(result));
    }

    /** Antom refused to cancel this payment, for good. */
    public Problem cancelRefused(
            String payment, CancelNotPossibleException failure, ProviderResult said, String instance) {
        return of(kind(failure), failure.detail(), instance).ofPayment(payment, words(said));
    }

    /** Antom did not say clearly whether it cancelled this payment. */
    public Problem cancelUnclear(PaymentResource payment, String instance) {
        return of(
                        ProblemKind.GATEWAY_TIMEOUT,
                        "Antom did not say clearly whether it cancelled the payment. The cancel is repeated until it does; poll the payment, or send the same request again.",
                        instance)
                .ofPayment(payment.id(), payment.provider());
    }

    Problem orderAlreadyOpen(OrderAlreadyOpenException failure, String instance) {
        return of(ProblemKind.ORDER_ALREADY_OPEN, failure.detail(), instance).naming(failure.sessions());
    }

    Problem captureNotPossible(CaptureNotPossibleException failure, String instance) {
        if (failure.code().equals("currency_mismatch")) {
            Violation found = new Violation("/amount/currency", failure.code(), failure.detail());
            return of(ProblemKind.INVALID_REQUEST, failure.detail(), instance, List.of(found))
                    .figures(failure.figures());
        }
        return of(kind(failure), failure.detail(), instance).figures(failure.figures());
    }

    Problem refundNotPossible(RefundNotPossibleException failure, String instance) {
        if (failure.code().equals("currency_mismatch")) {
            Violation found = new Violation("/amount/currency", failure.code(), failure.detail());
            return of(ProblemKind.INVALID_REQUEST, failure.detail(), instance, List.of(found))
                    .figures(failure.balance());
        }
        return of(kind(failure), failure.detail(), instance).figures(failure.balance());
    }

    /** A refusal whose code is one of ours. */
    Problem ruledOut(PlatformException failure, String instance) {
        return of(kind(failure), failure.detail(), instance);
    }

    private static ProblemKind kind(PlatformException failure) {
        return ProblemKind.of(failure.code()).orElseThrow(() -> new IllegalStateException(failure.code(), failure));
    }

    Problem undetermined(OpeningUndeterminedException failure, String instance) {
        boolean silent =
                failure.reason() == Outcome.Reason.NO_ANSWER || failure.reason() == Outcome.Reason.SAID_UNKNOWN;
        ProblemKind kind = failure.reason() == Outcome.Reason.NOT_SENT
                ? ProblemKind.GATEWAY_UNAVAILABLE
                : silent ? ProblemKind.GATEWAY_TIMEOUT : ProblemKind.GATEWAY_ANSWER_UNUSABLE;
        ProviderResult hint = failure.hint();
        return of(kind, failure.detail(), instance).about(failure.sessionId(), hint == null ? null : words(hint));
    }

    Problem lacking(Scope scope, String instance) {
        return of(
                        ProblemKind.INSUFFICIENT_SCOPE,
                        "This call needs the scope " + scope.word() + ", which the token does not carry.",
                        instance)
                .lacking(scope.word());
    }

    private static ProviderResource words(ProviderResult result) {
        return new ProviderResource(null, result.code(), result.status(), result.message());
    }
}
