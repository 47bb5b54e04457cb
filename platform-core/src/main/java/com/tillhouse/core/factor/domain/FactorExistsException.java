package com.tillhouse.core.factor.domain;

import com.tillhouse.core.shared.PlatformException;

/** The person has such a factor already. */
public final class FactorExistsException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public FactorExistsException() {
        super("factor_exists", "There is one already. Remove it first.");
    }
}
