package com.tillhouse.api.buyerdata;

/**
 * How an erasure went.
 *
 * @param erased sessions whose buyer's data is gone
 * @param pending sessions whose data goes as soon as they are at rest
 */
public record BuyerErasureResource(String object, int erased, int pending) {

    static BuyerErasureResource of(int erased, int pending) {
        return new BuyerErasureResource("buyer_erasure", erased, pending);
    }
}
