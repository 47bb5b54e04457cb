package com.tillhouse.core.adapter.antom.page;

import com.alipay.global.api.request.ams.pay.AlipayCheckoutPaymentSessionRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** createPaymentSession with the fields that SDK 2.0.45 lacks. Single use: the SDK writes the client id and the path into it. */
public final class HostedPageRequest extends AlipayCheckoutPaymentSessionRequest {
    private @Nullable Offer availablePaymentMethod;
    private @Nullable String merchantAccountId;

    HostedPageRequest() {}

    /** The methods a page offers. */
    public record Offer(List<Choice> paymentMethodTypeList) {

        static Offer of(List<String> types) {
            return new Offer(IntStream.range(0, types.size())
                    .mapToObj(i -> new Choice(types.get(i), i + 1))
                    .toList());
        }
    }

    /** One of them and its place. */
    public record Choice(String paymentMethodType, int paymentMethodOrder) {}

    public @Nullable Offer getAvailablePaymentMethod() {
        return availablePaymentMethod;
    }

    void setAvailablePaymentMethod(Offer offer) {
        this.availablePaymentMethod = offer;
    }

    public @Nullable String getMerchantAccountId() {
        return merchantAccountId;
    }

    void setMerchantAccountId(@Nullable String id) {
        this.merchantAccountId = id;
    }
}
