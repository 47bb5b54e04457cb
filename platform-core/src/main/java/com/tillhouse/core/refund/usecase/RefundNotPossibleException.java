package com.tillhouse.core.refund.usecase;

import com.tillhouse.core.checkout.domain.Balance;
import com.tillhouse.core.shared.PlatformException;

/** A refund that was refused before Antom was asked, with the figures that say why. */
public final class RefundNotPossibleException extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final transient Balance balance;

    public RefundNotPossibleException(String code, String detail, Balance balance) {
        super(code, detail);
        this.balance = balance;
    }

    /** Captured, reserved, refunded and what is left. */
    public Balance balance() {
        return balance;
    }
}
