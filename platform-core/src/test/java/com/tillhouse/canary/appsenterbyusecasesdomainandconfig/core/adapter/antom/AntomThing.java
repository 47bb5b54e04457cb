package com.tillhouse.canary.appsenterbyusecasesdomainandconfig.core.adapter.antom;

public interface AntomThing {}
