package com.tillhouse.admin.access;

/** A member without a second factor wants into a business that asks one of everybody. */
public final class SecondFactorDueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String business;

    SecondFactorDueException(String business) {
        super("a second factor is due");
        this.business = business;
    }

    /** The business, by the name that people know it by. */
    public String business() {
        return business;
    }
}
