package com.tillhouse.core.adapter.antom.page;

import com.alipay.global.api.model.ams.CreditPayFeeType;
import com.alipay.global.api.model.ams.PaymentFactor;
import com.alipay.global.api.model.ams.PaymentMethod;
import com.alipay.global.api.model.ams.SettlementStrategy;
import com.tillhouse.core.adapter.antom.wire.FieldMapper;
import com.tillhouse.core.checkout.domain.CheckoutSession;
import com.tillhouse.core.checkout.domain.Payment;
import com.tillhouse.core.checkout.domain.page.CreditPayPlan;
import com.tillhouse.core.checkout.domain.page.PageOptions;
import com.tillhouse.core.shared.AntomDay;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts one attempt to pay a session into createPaymentSession (Antom: One-time Payments). */
public final class SessionRequestMapper {
    private SessionRequestMapper() {}

    /** A fresh request; {@code notifyUrl} is where Antom is to send its notifications. */
    public static HostedPageRequest request(CheckoutSession session, Payment payment, String notifyUrl) {
        PageOptions page = session.origin().details().page();
        HostedPageRequest request = new HostedPageRequest();
        request.setPaymentRequestId(payment.id());
        request.setOrder(OrderMapper.order(session.origin()));
        request.setPaymentAmount(FieldMapper.amount(payment.origin().amount()));
        request.setPaymentRedirectUrl(session.origin().redirectUrl());
        request.setPaymentNotifyUrl(notifyUrl);
        request.setPaymentSessionExpiryTime(expiry(payment));
        request.setEnv(EnvMapper.env(page.terminal()));
        setMethods(request, page.paymentMethodTypes());
        setOptions(request, page);
        return request;
    }

    private static void setMethods(HostedPageRequest request, List<String> types) {
        if (types.size() == 1) {
            PaymentMethod method = new PaymentMethod();
            method.setPaymentMethodType(types.getFirst());
            request.setPaymentMethod(method);
        } else if (types.size() > 1) {
            request.setAvailablePaymentMethod(HostedPageRequest.Offer.of(types));
        }
    }

    private static void setOptions(HostedPageRequest request, PageOptions page) {
        if (page.settlementCurrency() != null) {
            request.setSettlementStrategy(new SettlementStrategy(page.settlementCurrency()));
        }
        if (page.captureMode() != null) {
            PaymentFactor factor = new PaymentFactor();
            factor.setCaptureMode(page.captureMode());
            request.setPaymentFactor(factor);
        }
        request.setLocale(page.locale());
        request.setMerchantRegion(page.merchantRegion());
        request.setMerchantAccountId(page.merchantAccountId());
        request.setEnableInstallmentCollection(page.enableInstallmentCollection());
        request.setCreditPayPlan(page.creditPayPlan() == null ? null : instalments(page.creditPayPlan()));
    }

    private static Instalments instalments(CreditPayPlan plan) {
        Instalments instalments = new Instalments(plan.feePercentage());
        instalments.setInstallmentNum(plan.installmentNum());
        instalments.setInterval(plan.interval());
        if (plan.creditPayFeeType() != null) {
            instalments.setCreditPayFeeType(CreditPayFeeType.valueOf(plan.creditPayFeeType()));
        }
        return instalments;
    }

    /** Only an end earlier than Antom's own hour is named. */
    private static @Nullable String expiry(Payment payment) {
        Instant usual = payment.origin().createdAt().plus(CheckoutSession.LONGEST_ATTEMPT);
        Instant ours = payment.state().expiresAt();
        return ours.isBefore(usual)
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        ours.truncatedTo(ChronoUnit.SECONDS).atOffset(AntomDay.OFFSET))
                : null;
    }
}
