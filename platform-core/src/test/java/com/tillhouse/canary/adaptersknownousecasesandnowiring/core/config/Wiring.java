package com.tillhouse.canary.adaptersknownousecasesandnowiring.core.config;

public final class Wiring {}
