package com.tillhouse.canary.appsenterbyusecasesdomainandconfig.core.gateway;

public interface AccountRepository {}
