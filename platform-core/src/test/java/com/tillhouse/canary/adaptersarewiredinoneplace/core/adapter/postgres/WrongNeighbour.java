package com.tillhouse.canary.adaptersarewiredinoneplace.core.adapter.postgres;

import com.tillhouse.canary.adaptersarewiredinoneplace.core.adapter.vault.TinkVault;

final class WrongNeighbour {
    Object vault() {
        return new TinkVault();
    }
}
