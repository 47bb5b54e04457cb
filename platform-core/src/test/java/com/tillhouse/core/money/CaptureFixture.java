package com.tillhouse.core.money;

import com.tillhouse.core.CheckoutFixture;
import com.tillhouse.core.capture.domain.CaptureNews;
import com.tillhouse.core.capture.usecase.ApplyCaptureOutcome;
import com.tillhouse.core.capture.usecase.CaptureReplyMapper;
import com.tillhouse.core.capture.usecase.CaptureResource;
import com.tillhouse.core.capture.usecase.FindCaptures;
import com.tillhouse.core.capture.usecase.RequestCapture;
import com.tillhouse.core.capture.usecase.RequestCaptureCommand;
import com.tillhouse.core.capture.usecase.SyncCapture;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.domain.SessionOrigin;
import com.tillhouse.core.checkout.usecase.OpenCheckoutSessionCommand;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.idempotency.Reply;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Money;
import com.tillhouse.core.shared.RandomId;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Payments of a hundred dollars whose money the merchant captures. */
abstract class CaptureFixture extends MoneyFixture {
    static final CaptureReplyMapper CAPTURES =
            capture -> Reply.first(201, (capture.id() + " " + capture.status()).getBytes(StandardCharsets.UTF_8));

    @Autowired
    RequestCapture capture;

    @Autowired
    SyncCapture syncCapture;

    @Autowired
    FindCaptures findCaptures;

    @Autowired
    ApplyCaptureOutcome captureOutcomes;

    String manualSession() {
        SessionOrigin like = CheckoutFixture.origin(tenant, clock.instant(), CheckoutFixture.order("MANUAL"));
        SessionOrigin origin = new SessionOrigin(
                tenant,
                like.id(),
                like.mode(),
                like.orderReference(),
                dollars(100),
                like.details(),
                like.redirectUrl(),
                null,
                like.metadata(),
                like.createdAt(),
                like.expiresAt());
        open.open(
                new OpenCheckoutSessionCommand(origin, key("POST /v1/checkout/sessions", origin.id()), new byte[32]),
                SESSIONS);
        return origin.id();
    }

    /** A payment that the buyer authorised just now. */
    String authorized() {
        String payment = payments(manualSession()).getLast().id();
        hear(payment, Standing.PAID);
        return payment;
    }

    RequestCaptureCommand capturing(String payment, @Nullable Money amount, String key) {
        String operation = "POST /v1/payments/" + payment + "/captures";
        return new RequestCaptureCommand(
                tenant, payment, RandomId.withPrefix("cap_"), amount, false, key(operation, key), new byte[32]);
    }

    /** Captures and answers the capture's id. */
    String captured(String payment, Money amount, String key) {
        Reply reply = capture.capture(capturing(payment, amount, key), CAPTURES);
        return new String(reply.body(), StandardCharsets.UTF_8).split(" ")[0];
    }

    CaptureResource captureNow(String id) {
        return findCaptures.capture(tenant, Mode.TEST, id);
    }

    void hearCapture(String id, Money amount, CaptureNews.Standing standing) {
        captureOutcomes.apply(
                tenant, id, new CaptureNews(standing, Cause.NOTIFICATION, LedgerGateway.SUCCESS, amount, null, null));
    }

    /** Status, captured and on its way in whole dollars. */
    String taken(String payment) {
        return truth.sql("select status || ' ' || captured / 100 || ' ' || capturing / 100 from payment where id = :id")
                .param("id", payment)
                .query(String.class)
                .single();
    }
}
