package com.tillhouse.canary.portsknownousecases.core.checkout.port;

import com.tillhouse.canary.portsknownousecases.core.checkout.usecase.OpenOrder;

interface WrongGateway {
    void send(OpenOrder useCase);
}
