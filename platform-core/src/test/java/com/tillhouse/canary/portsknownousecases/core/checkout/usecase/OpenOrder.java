package com.tillhouse.canary.portsknownousecases.core.checkout.usecase;

public final class OpenOrder {}
