package com.tillhouse.canary.adaptersknownousecasesandnowiring.core.checkout.usecase;

public final class OpenOrder {}
