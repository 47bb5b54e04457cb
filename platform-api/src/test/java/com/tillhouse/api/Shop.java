package com.tillhouse.api;

import com.tillhouse.core.shared.TenantId;

/** A merchant's backend with its client. */
record Shop(TenantId tenant, String clientId, String secret) {}
