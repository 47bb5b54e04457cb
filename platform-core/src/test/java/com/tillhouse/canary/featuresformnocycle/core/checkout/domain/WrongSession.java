package com.tillhouse.canary.featuresformnocycle.core.checkout.domain;

import com.tillhouse.canary.featuresformnocycle.core.refund.domain.WrongRefund;

public interface WrongSession {
    WrongRefund refund();
}
