package com.tillhouse.canary.adaptersarewiredinoneplace.local;

import com.tillhouse.canary.adaptersarewiredinoneplace.core.adapter.vault.TinkVault;

final class WrongShop {
    Object vault() {
        return new TinkVault();
    }
}
