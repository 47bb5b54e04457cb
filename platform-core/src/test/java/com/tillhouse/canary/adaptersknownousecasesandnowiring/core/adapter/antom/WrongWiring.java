package com.tillhouse.canary.adaptersknownousecasesandnowiring.core.adapter.antom;

import com.tillhouse.canary.adaptersknownousecasesandnowiring.core.config.Wiring;

interface WrongWiring {
    Wiring wiring();
}
