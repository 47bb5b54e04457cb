package com.tillhouse.canary.usecasesarewiredinoneplace.api;

import com.tillhouse.canary.usecasesarewiredinoneplace.core.checkout.usecase.OpenOrder;
import java.util.function.Supplier;

interface WrongDoor {
    Supplier<OpenOrder> MAKER = OpenOrder::new;
}
