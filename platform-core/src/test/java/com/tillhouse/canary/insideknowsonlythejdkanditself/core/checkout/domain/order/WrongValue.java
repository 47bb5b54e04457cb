package com.tillhouse.canary.insideknowsonlythejdkanditself.core.checkout.domain.order;

import com.tillhouse.canary.insideknowsonlythejdkanditself.core.adapter.postgres.PostgresThing;

interface WrongValue {
    PostgresThing thing();
}
