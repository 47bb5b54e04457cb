package com.tillhouse.canary.moneyisneverfloating.core.shared;

interface WrongBoxed {
    Double rate();
}
