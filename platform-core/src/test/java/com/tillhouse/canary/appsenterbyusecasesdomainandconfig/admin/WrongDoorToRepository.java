package com.tillhouse.canary.appsenterbyusecasesdomainandconfig.admin;

import com.tillhouse.canary.appsenterbyusecasesdomainandconfig.core.gateway.AccountRepository;

interface WrongDoorToRepository {
    AccountRepository accounts();
}
