package com.tillhouse.canary.appsenterbyusecasesdomainandconfig.api;

import com.tillhouse.canary.appsenterbyusecasesdomainandconfig.core.adapter.antom.AntomThing;

interface WrongDoorToAdapter {
    AntomThing thing();
}
