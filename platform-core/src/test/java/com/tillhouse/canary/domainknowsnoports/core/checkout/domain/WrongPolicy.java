package com.tillhouse.canary.domainknowsnoports.core.checkout.domain;

import com.tillhouse.canary.domainknowsnoports.core.checkout.usecase.OpenOrder;

interface WrongPolicy {
    void decide(OpenOrder useCase);
}
