package com.tillhouse.api.buyerdata;

/**
 * How long buyer data is kept, for both modes.
 *
 * @param retentionDays days after a session's end
 */
public record BuyerDataPolicyResource(String object, int retentionDays) {

    static BuyerDataPolicyResource of(int retentionDays) {
        return new BuyerDataPolicyResource("buyer_data_policy", retentionDays);
    }
}
