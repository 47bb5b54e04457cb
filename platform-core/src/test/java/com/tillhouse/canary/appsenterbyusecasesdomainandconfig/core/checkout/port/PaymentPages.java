package com.tillhouse.canary.appsenterbyusecasesdomainandconfig.core.checkout.port;

public interface PaymentPages {}
