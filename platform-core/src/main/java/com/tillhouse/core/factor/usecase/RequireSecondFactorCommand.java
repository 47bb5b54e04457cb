package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.shared.TenantId;

/**
 * Changes a tenant's rule about second factors.
 *
 * @param everybody true when each member needs one to come in; false when only acts that matter do
 */
public record RequireSecondFactorCommand(TenantId tenant, boolean everybody) {}
