package com.tillhouse.core.shared;

/** An amount that can't be money here: a currency Antom lacks, a negative value, IDR that does not end in 00. */
public final class InvalidMoneyException extends PlatformException {
    private static final long serialVersionUID = 1L;

    public InvalidMoneyException(String code, String detail) {
        super(code, detail);
    }
}
