package com.tillhouse.api.buyerdata;

/**
 * How long buyer data is to be kept.
 *
 * @param retentionDays days after a session's end, 30 to 3650
 */
public record BuyerDataPolicyRequest(int retentionDays) {}
