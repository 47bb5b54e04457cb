package com.tillhouse.core.adapter.antom.wire;

import com.tillhouse.core.gateway.Outcome.Reason;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.PlatformException;
import org.jspecify.annotations.Nullable;

/** What came back, or did not, decides nothing. Stays inside the adapter, where it becomes an undetermined outcome. */
public final class UnreliableAnswerException extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final transient @Nullable ProviderResult hint;

    UnreliableAnswerException(Reason reason, String detail) {
        this(reason, detail, null);
    }

    UnreliableAnswerException(Reason reason, String detail, @Nullable ProviderResult hint) {
        super("answer_unreliable", detail);
        this.reason = reason;
        this.hint = hint;
    }

    public Reason reason() {
        return reason;
    }

    /** The result that an unsigned answer gave. */
    public @Nullable ProviderResult hint() {
        return hint;
    }
}
