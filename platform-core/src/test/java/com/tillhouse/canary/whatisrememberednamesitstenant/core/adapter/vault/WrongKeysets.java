package com.tillhouse.canary.whatisrememberednamesitstenant.core.adapter.vault;

import java.util.HashMap;
import java.util.Map;

public final class WrongKeysets {
    final Map<String, byte[]> opened = new HashMap<>();
}
