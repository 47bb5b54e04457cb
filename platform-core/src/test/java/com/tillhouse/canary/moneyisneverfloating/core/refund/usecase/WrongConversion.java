package com.tillhouse.canary.moneyisneverfloating.core.refund.usecase;

import java.math.BigDecimal;

interface WrongConversion {
    static long cents(BigDecimal amount) {
        return Math.round(amount.doubleValue() * 100);
    }
}
