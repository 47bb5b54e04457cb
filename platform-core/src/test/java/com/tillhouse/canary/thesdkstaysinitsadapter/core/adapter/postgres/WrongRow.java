package com.tillhouse.canary.thesdkstaysinitsadapter.core.adapter.postgres;

import com.alipay.global.api.model.ams.Amount;

interface WrongRow {
    Amount amount();
}
