package com.tillhouse.canary.insideknowsonlythejdkanditself.core.gateway;

import com.tillhouse.canary.insideknowsonlythejdkanditself.core.config.Wiring;

interface WrongFlatFeature {
    Wiring wiring();
}
