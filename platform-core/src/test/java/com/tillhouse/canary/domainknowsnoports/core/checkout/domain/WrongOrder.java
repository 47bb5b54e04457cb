package com.tillhouse.canary.domainknowsnoports.core.checkout.domain;

import com.tillhouse.canary.domainknowsnoports.core.checkout.port.OrderGateway;

interface WrongOrder {
    void send(OrderGateway gateway);
}
