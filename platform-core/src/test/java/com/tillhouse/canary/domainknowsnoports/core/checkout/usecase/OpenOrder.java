package com.tillhouse.canary.domainknowsnoports.core.checkout.usecase;

public final class OpenOrder {}
