package com.tillhouse.local.shop;

/** A storefront with what its backend got from Tillhouse: an API client, and the secret that signs its webhooks. */
public record ShopMerchant(Storefront storefront, String clientId, String clientSecret, String webhookSecret) {

    String slug() {
        return storefront.slug();
    }
}
