package com.tillhouse.canary.thesdkstaysinitsadapter.sandbox;

import com.alipay.global.api.model.ams.Amount;

interface WrongServer {
    Amount amount();
}
