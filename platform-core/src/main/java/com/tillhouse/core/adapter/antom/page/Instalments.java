package com.tillhouse.core.adapter.antom.page;

import com.alibaba.fastjson.annotation.JSONField;
import com.alipay.global.api.model.ams.CreditPayPlan;
import org.jspecify.annotations.Nullable;

/** An instalment plan that leaves out a fee nobody named. The SDK sends 0 for it. */
public final class Instalments extends CreditPayPlan {
    private final @Nullable Integer fee;

    Instalments(@Nullable Integer fee) {
        this.fee = fee;
    }

    @Override
    @JSONField(serialize = false)
    public int getFeePercentage() {
        return 0;
    }

    @JSONField(name = "feePercentage")
    public @Nullable Integer getFee() {
        return fee;
    }
}
