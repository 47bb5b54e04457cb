package com.tillhouse.canary.moneyisneverfloating.core.checkout.domain;

record WrongAmount(String currency, double value) {}
