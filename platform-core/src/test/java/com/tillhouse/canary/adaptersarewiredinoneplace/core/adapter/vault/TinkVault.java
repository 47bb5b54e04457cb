package com.tillhouse.canary.adaptersarewiredinoneplace.core.adapter.vault;

public final class TinkVault {}
