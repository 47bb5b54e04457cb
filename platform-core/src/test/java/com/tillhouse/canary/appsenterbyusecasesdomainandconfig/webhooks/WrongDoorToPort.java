package com.tillhouse.canary.appsenterbyusecasesdomainandconfig.webhooks;

import com.tillhouse.canary.appsenterbyusecasesdomainandconfig.core.checkout.port.PaymentPages;

interface WrongDoorToPort {
    PaymentPages pages();
}
