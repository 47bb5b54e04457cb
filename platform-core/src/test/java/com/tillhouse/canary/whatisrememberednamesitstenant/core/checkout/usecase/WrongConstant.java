package com.tillhouse.canary.whatisrememberednamesitstenant.core.checkout.usecase;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public final class WrongConstant {
    static final Map<String, String> SEEN = new ConcurrentHashMap<>();
}
