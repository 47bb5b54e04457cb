package com.tillhouse.canary.usecasesarewiredinoneplace.core.checkout.usecase;

final class WrongCaller {
    private final OpenOrder open = new OpenOrder();

    OpenOrder open() {
        return open;
    }
}
