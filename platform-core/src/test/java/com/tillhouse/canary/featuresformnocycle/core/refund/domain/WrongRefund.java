package com.tillhouse.canary.featuresformnocycle.core.refund.domain;

import com.tillhouse.canary.featuresformnocycle.core.checkout.domain.WrongSession;

public interface WrongRefund {
    WrongSession session();
}
