package com.tillhouse.api.checkout;

import com.tillhouse.api.idempotency.FingerprintMapper;
import com.tillhouse.api.problem.ProblemMapper;
import com.tillhouse.core.checkout.usecase.CancelPayment;
import com.tillhouse.core.checkout.usecase.ExpireCheckoutSession;
import com.tillhouse.core.checkout.usecase.FindCheckout;
import com.tillhouse.core.shared.UrlPolicy;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(value = "apiCheckoutConfiguration", proxyBeanMethods = false)
class CheckoutConfiguration {
    @Bean
    OpenSessionMapper openSessionMapper(FingerprintMapper fingerprints, UrlPolicy urls, InstantSource clock) {
        return new OpenSessionMapper(fingerprints, urls, clock);
    }

    @Bean
    ReplyMapper replyMapper(ProblemMapper problems, JsonMapper json) {
        return new ReplyMapper(problems, json, CheckoutSessionController.PATH);
    }

    @Bean
    ClosingDeeds closingDeeds(
            CancelPayment cancel,
            ExpireCheckoutSession expire,
            FindCheckout find,
            ProblemMapper problems,
            JsonMapper json) {
        return new ClosingDeeds(cancel, expire, find, problems, json);
    }
}
