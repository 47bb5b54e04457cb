package com.tillhouse.canary.domainknowsnoports.core.checkout.port;

public interface OrderGateway {}
