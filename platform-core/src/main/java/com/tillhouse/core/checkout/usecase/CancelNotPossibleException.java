package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.shared.PlatformException;
import org.jspecify.annotations.Nullable;

/** A cancel that can't be, known before Antom was asked or said by Antom. */
public final class CancelNotPossibleException extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable ProviderResult result;

    public CancelNotPossibleException(String code, String detail, @Nullable ProviderResult result) {
        super(code, detail);
        this.result = result;
    }

    /** Antom's refusal, if it was asked. */
    public @Nullable ProviderResult result() {
        return result;
    }
}
