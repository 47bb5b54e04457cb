package com.tillhouse.canary.repositoriesaskforthetenantfirst.core.checkout.port;

import com.tillhouse.core.shared.TenantId;

interface WrongRepository {
    String byId(String id, TenantId tenant);
}
