package com.tillhouse.core.adapter.antom.page;

import com.alibaba.fastjson.annotation.JSONField;
import com.alipay.global.api.model.ams.Lodging;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A lodging whose dates go out as the merchant wrote them. The SDK sends epoch milliseconds where Antom documents ISO 8601. */
public final class Stay extends Lodging {
    private final @Nullable String arrival;
    private final @Nullable String departure;

    Stay(@Nullable String arrival, @Nullable String departure) {
        this.arrival = arrival;
        this.departure = departure;
    }

    @Override
    @JSONField(serialize = false)
    public @Nullable Date getCheckInDate() {
        return null;
    }

    @Override
    @JSONField(serialize = false)
    public @Nullable Date getCheckOutDate() {
        return null;
    }

    @JSONField(name = "checkInDate")
    public @Nullable String getArrival() {
        return arrival;
    }

    @JSONField(name = "checkOutDate")
    public @Nullable String getDeparture() {
        return departure;
    }
}
