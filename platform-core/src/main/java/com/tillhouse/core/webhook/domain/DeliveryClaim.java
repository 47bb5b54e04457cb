package com.tillhouse.core.webhook.domain;

import com.tillhouse.core.shared.TenantId;

/**
 * The right to try one delivery until its lease ends.
 *
 * @param fence grows with every claim; a result that names an old one is refused
 */
public record DeliveryClaim(TenantId tenant, String deliveryId, int fence) {}
