package com.tillhouse.core.checkout.domain;

import com.tillhouse.core.gateway.ProviderResult;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a payment at Antom.
 *
 * @param paymentId Antom's id; needed to refund
 * @param normalUrl address of the hosted page, byte for byte as Antom gave it
 * @param last the newest result that moved or described the payment
 */
public record Provider(
        @Nullable String paymentId,
        @Nullable String method,
        @Nullable String normalUrl,
        @Nullable ProviderResult last) {

    static final Provider UNKNOWN = new Provider(null, null, null, null);

    Provider told(PaymentNews news) {
        return new Provider(
                news.providerPaymentId() != null ? news.providerPaymentId() : paymentId,
                news.method() != null ? news.method() : method,
                normalUrl,
                news.result() != null ? news.result() : last);
    }

    Provider said(ProviderResult result) {
        return new Provider(paymentId, method, normalUrl, result);
    }

    Provider page(String url, ProviderResult result) {
        return new Provider(paymentId, method, url, result);
    }
}
