package com.tillhouse.core.notification.usecase;

import com.tillhouse.core.capture.port.CaptureRepository;
import com.tillhouse.core.capture.usecase.ApplyCaptureOutcome;
import com.tillhouse.core.checkout.domain.Verdict;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.notification.domain.FreshnessPolicy.Age;
import com.tillhouse.core.notification.domain.InboxVerdict;
import com.tillhouse.core.notification.domain.Notice;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.refund.usecase.ApplyRefundOutcome;
import com.tillhouse.core.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets a genuine notice move what it is about, if that is this account's own; else says why not. What is ours but can't be applied is asked of
 * Antom soon. Inside the tenant's unit of work.
 */
public final class ApplyNotice {
    /** The longest that a method allows (Alipay, AlipayHK, GCash …: 365 days), and some. */
    private static final Duration LONGEST_REFUND_WINDOW = Duration.ofDays(400);

    /** So many questions one notification may cause. */
    private static final int CANDIDATES = 20;

    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final ApplyPaymentOutcome paymentOutcomes;
    private final ApplyRefundOutcome refundOutcomes;
    private final Captures captures;
    private final InstantSource clock;

    /** What there is of captures, and what moves them. */
    public record Captures(CaptureRepository all, ApplyCaptureOutcome outcomes) {}

    public ApplyNotice(
            PaymentRepository payments,
            RefundRepository refunds,
            ApplyPaymentOutcome paymentOutcomes,
            ApplyRefundOutcome refundOutcomes,
            Captures captures,
            InstantSource clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.paymentOutcomes = paymentOutcomes;
        this.refundOutcomes = refundOutcomes;
        this.captures = captures;
        this.clock = clock;
    }

    InboxVerdict apply(GatewayAccount account, Age age, Notice notice) {
        if (notice.aboutPayment()) {
            return ofPayment(account, age, notice);
        }
        if (notice.aboutRefund()) {
            return ofRefund(account, age, notice);
        }
        return notice.aboutCapture()
                ? ofCapture(account, age, notice)
                : InboxVerdict.parked("not handled yet: " + notice.type());
    }

    /** A payment of another tenant is invisible here; one of the tenant's other mode is not this account's either. */
    private InboxVerdict ofPayment(GatewayAccount account, Age age, Notice notice) {
        String id = notice.objectId();
        boolean ours = id != null
                && payments.find(account.tenant(), id)
                        .filter(found -> found.origin().gatewayAccountId().equals(account.id()))
                        .isPresent();
        if (id == null || !ours) {
            return InboxVerdict.parked("unknown_payment");
        }
        TenantId tenant = account.tenant();
        return move(
                age,
                notice.paymentNews(),
                news -> paymentOutcomes.apply(tenant, id, news),
                () -> paymentOutcomes.askSoon(tenant, id));
    }

    /**
     * notifyRefund names no payment: an id that we did not make is a refund made elsewhere. Antom tells of what when it is asked about the payment,
     * so those that it may be of are asked about; what none of them knows is for a person or a report.
     */
    private InboxVerdict ofRefund(GatewayAccount account, Age age, Notice notice) {
        String id = notice.objectId();
        boolean ours = id != null
                && refunds.find(account.tenant(), id)
                        .filter(found -> found.origin().gatewayAccountId().equals(account.id()))
                        .isPresent();
        if (id == null || !ours) {
            findItsPayment(account, notice);
            return InboxVerdict.parked("unknown_refund");
        }
        TenantId tenant = account.tenant();
        return move(
                age,
                notice.refundNews(),
                news -> refundOutcomes.apply(tenant, id, news),
                () -> refundOutcomes.askSoon(tenant, id));
    }

    private void findItsPayment(GatewayAccount account, Notice notice) {
        if (notice.amount() == null) {
            return;
        }
        Instant since = clock.instant().minus(LONGEST_REFUND_WINDOW);
        payments.refundable(account.tenant(), account.id(), notice.amount(), since, CANDIDATES)
                .forEach(payment -> paymentOutcomes.askSoon(account.tenant(), payment));
    }

    /** An id that we did not make tells of a capture that Antom made by itself, or that was made elsewhere. */
    private InboxVerdict ofCapture(GatewayAccount account, Age age, Notice notice) {
        String id = notice.objectId();
        boolean ours = id != null
                && captures.all()
                        .find(account.tenant(), id)
                        .filter(found -> found.origin().gatewayAccountId().equals(account.id()))
                        .isPresent();
        if (id == null || !ours) {
            return InboxVerdict.parked("unknown_capture");
        }
        TenantId tenant = account.tenant();
        return move(
                age,
                notice.captureNews(),
                news -> captures.outcomes().apply(tenant, id, news),
                () -> captures.outcomes().askSoon(tenant, id));
    }

    private static <N> InboxVerdict move(
            Age age, Optional<N> news, Function<N, Optional<Verdict>> apply, Runnable askSoon) {
        if (age != Age.FRESH || news.isEmpty()) {
            askSoon.run();
            return InboxVerdict.parked(
                    age == Age.FRESH ? "incomplete" : "time_" + age.name().toLowerCase(Locale.ROOT));
        }
        return inWords(apply.apply(news.get()).orElseThrow());
    }

    private static InboxVerdict inWords(Verdict verdict) {
        return switch (verdict.kind()) {
            case MOVED -> InboxVerdict.APPLIED;
            case UNCHANGED -> InboxVerdict.UNCHANGED;
            case REFUSED -> InboxVerdict.parked(String.valueOf(verdict.reason()));
        };
    }
}
