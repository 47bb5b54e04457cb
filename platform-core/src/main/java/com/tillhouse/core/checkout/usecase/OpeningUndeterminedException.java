package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.PlatformException;
import org.jspecify.annotations.Nullable;

/** Antom did not say whether it opened the page. The session exists and can be polled; the same key may be sent again. */
public final class OpeningUndeterminedException extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final String sessionId;
    private final Outcome.Reason reason;
    private final transient @Nullable ProviderResult hint;

    public OpeningUndeterminedException(String sessionId, Outcome.Reason reason, @Nullable ProviderResult hint) {
        super(
                reason == Outcome.Reason.NOT_SENT
                        ? "gateway_unavailable"
                        : reason == Outcome.Reason.NO_ANSWER ? "gateway_timeout" : "gateway_answer_unusable",
                "Antom gave no answer that can be relied on. Send the same request with the same Idempotency-Key again.");
        this.sessionId = sessionId;
        this.reason = reason;
        this.hint = hint;
    }

    public String sessionId() {
        return sessionId;
    }

    public Outcome.Reason reason() {
        return reason;
    }

    /** What an answer said that can't be relied on. */
    public @Nullable ProviderResult hint() {
        return hint;
    }
}
