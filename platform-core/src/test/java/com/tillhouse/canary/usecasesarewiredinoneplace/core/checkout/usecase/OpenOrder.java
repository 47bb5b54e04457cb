package com.tillhouse.canary.usecasesarewiredinoneplace.core.checkout.usecase;

public final class OpenOrder {}
