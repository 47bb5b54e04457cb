package com.tillhouse.canary.adaptersknownousecasesandnowiring.core.adapter.antom;

import com.tillhouse.canary.adaptersknownousecasesandnowiring.core.checkout.usecase.OpenOrder;

interface WrongCaller {
    void call(OpenOrder useCase);
}
