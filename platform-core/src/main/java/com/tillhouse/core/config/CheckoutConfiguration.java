package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.PostgresOrderReferenceStore;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.checkout.port.CancelGateway;
import com.tillhouse.core.checkout.port.CheckoutPolicyStore;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.FollowUpInbox;
import com.tillhouse.core.checkout.port.OrderReferenceStore;
import com.tillhouse.core.checkout.port.PaymentGateway;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.checkout.usecase.CancelPayment;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.CloseAttempts;
import com.tillhouse.core.checkout.usecase.ExpireCheckoutSession;
import com.tillhouse.core.checkout.usecase.FindCheckout;
import com.tillhouse.core.checkout.usecase.GuardOrderReference;
import com.tillhouse.core.checkout.usecase.OpenAttempt;
import com.tillhouse.core.checkout.usecase.OpenCheckoutSession;
import com.tillhouse.core.checkout.usecase.RecoverPayments;
import com.tillhouse.core.checkout.usecase.RetryCheckoutSession;
import com.tillhouse.core.checkout.usecase.SyncPayment;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.GatewayLine;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.shared.EventStore;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.shared.UrlPolicy;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CheckoutConfiguration {

    @Bean
    ApplyPaymentOutcome applyPaymentOutcome(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            CheckoutSessionRepository sessions,
            EventStore events,
            InstantSource clock) {
        return new ApplyPaymentOutcome(unitOfWork, payments, sessions, events, clock);
    }

    @Bean
    OpenAttempt openAttempt(
            UnitOfWork unitOfWork,
            IdempotencyStore keys,
            CheckoutSessionRepository sessions,
            PaymentRepository payments,
            GatewayAccountRepository accounts,
            PaymentGateway gateway,
            GatewayLine line,
            ApplyPaymentOutcome outcomes,
            InstantSource clock) {
        return new OpenAttempt(unitOfWork, keys, sessions, payments, accounts, gateway, line, outcomes, clock);
    }

    @Bean
    OpenCheckoutSession openCheckoutSession(
            UnitOfWork unitOfWork,
            IdempotencyStore keys,
            CheckoutSessionRepository sessions,
            GuardOrderReference orders,
            OpenAttempt attempts,
            UrlPolicy urls) {
        return new OpenCheckoutSession(unitOfWork, keys, sessions, orders, attempts, urls);
    }

    @Bean
    OrderReferenceStore orderReferenceStore(JdbcClient jdbc, InstantSource clock) {
        return new PostgresOrderReferenceStore(jdbc, clock);
    }

    @Bean
    GuardOrderReference guardOrderReference(CheckoutPolicyStore policies, OrderReferenceStore orders) {
        return new GuardOrderReference(policies, orders);
    }

    @Bean
    ChangeCheckoutPolicy changeCheckoutPolicy(
            UnitOfWork unitOfWork,
            CheckoutPolicyStore policies,
            RequireApproval approvals,
            RecordAudit audit,
            InstantSource clock) {
        return new ChangeCheckoutPolicy(unitOfWork, policies, approvals, audit, clock);
    }

    @Bean
    CancelPayment cancelPayment(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            GatewayAccountRepository accounts,
            CancelGateway gateway,
            ApplyPaymentOutcome outcomes,
            InstantSource clock) {
        return new CancelPayment(unitOfWork, payments, accounts, gateway, outcomes, clock);
    }

    @Bean
    CloseAttempts closeAttempts(
            UnitOfWork unitOfWork,
            CheckoutSessionRepository sessions,
            PaymentRepository payments,
            CancelPayment cancel) {
        return new CloseAttempts(unitOfWork, sessions, payments, cancel);
    }

    @Bean
    RetryCheckoutSession retryCheckoutSession(
            UnitOfWork unitOfWork,
            IdempotencyStore keys,
            CheckoutSessionRepository sessions,
            PaymentRepository payments,
            CloseAttempts close,
            OpenAttempt attempts) {
        return new RetryCheckoutSession(unitOfWork, keys, sessions, payments, close, attempts);
    }

    @Bean
    ExpireCheckoutSession expireCheckoutSession(
            UnitOfWork unitOfWork,
            CheckoutSessionRepository sessions,
            PaymentRepository payments,
            CloseAttempts close,
            ApplyPaymentOutcome outcomes,
            InstantSource clock) {
        return new ExpireCheckoutSession(unitOfWork, sessions, payments, close, outcomes, clock);
    }

    @Bean
    SyncPayment syncPayment(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            GatewayAccountRepository accounts,
            PaymentGateway gateway,
            ApplyPaymentOutcome outcomes,
            FollowUpInbox followUps,
            InstantSource clock) {
        return new SyncPayment(unitOfWork, payments, accounts, gateway, outcomes, followUps, clock);
    }

    @Bean
    FindCheckout findCheckout(UnitOfWork unitOfWork, CheckoutSessionRepository sessions, PaymentRepository payments) {
        return new FindCheckout(unitOfWork, sessions, payments);
    }

    @Bean
    RecoverPayments recoverPayments(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            CheckoutSessionRepository sessions,
            ApplyPaymentOutcome outcomes,
            InstantSource clock) {
        return new RecoverPayments(unitOfWork, payments, sessions, outcomes, clock);
    }
}
