package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresCheckoutPolicyStore;
import com.tillhouse.core.adapter.postgres.PostgresRefundRepository;
import com.tillhouse.core.adapter.postgres.PostgresRefundReservationStore;
import com.tillhouse.core.checkout.port.CheckoutPolicyStore;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.FollowUpInbox;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.checkout.usecase.CancelPayment;
import com.tillhouse.core.checkout.usecase.SyncPayment;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.refund.port.RefundGateway;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.refund.port.RefundReservationStore;
import com.tillhouse.core.refund.usecase.ApplyRefundOutcome;
import com.tillhouse.core.refund.usecase.CountExternalRefunds;
import com.tillhouse.core.refund.usecase.FindRefunds;
import com.tillhouse.core.refund.usecase.RecoverPayment;
import com.tillhouse.core.refund.usecase.RecoverRefunds;
import com.tillhouse.core.refund.usecase.RequestRefund;
import com.tillhouse.core.refund.usecase.SyncRefund;
import com.tillhouse.core.shared.EventStore;
import com.tillhouse.core.shared.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RefundConfiguration {

    @Bean
    RefundRepository refundRepository(EntityManager entities, JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresRefundRepository(entities, jdbc, narrow);
    }

    @Bean
    RefundReservationStore refundReservationStore(JdbcClient jdbc) {
        return new PostgresRefundReservationStore(jdbc);
    }

    @Bean
    CheckoutPolicyStore checkoutPolicyStore(JdbcClient jdbc) {
        return new PostgresCheckoutPolicyStore(jdbc);
    }

    @Bean
    ApplyRefundOutcome applyRefundOutcome(
            UnitOfWork unitOfWork,
            RefundRepository refunds,
            RefundReservationStore reservations,
            PaymentRepository payments,
            CheckoutSessionRepository sessions,
            ApplyPaymentOutcome paymentOutcomes,
            EventStore events,
            InstantSource clock) {
        return new ApplyRefundOutcome(
                unitOfWork, refunds, reservations, payments, sessions, paymentOutcomes, events, clock);
    }

    @Bean
    SyncRefund syncRefund(
            UnitOfWork unitOfWork,
            RefundRepository refunds,
            PaymentRepository payments,
            GatewayAccountRepository accounts,
            RefundGateway gateway,
            ApplyRefundOutcome outcomes,
            InstantSource clock) {
        return new SyncRefund(unitOfWork, refunds, payments, accounts, gateway, outcomes, clock);
    }

    @Bean
    RequestRefund requestRefund(
            UnitOfWork unitOfWork,
            IdempotencyStore keys,
            PaymentRepository payments,
            RefundReservationStore reservations,
            ApplyRefundOutcome outcomes,
            SyncRefund sync,
            InstantSource clock) {
        return new RequestRefund(unitOfWork, keys, payments, reservations, outcomes, sync, clock);
    }

    @Bean
    FollowUpInbox followUpInbox(
            RefundRepository refunds,
            PaymentRepository payments,
            ApplyRefundOutcome outcomes,
            ApplyPaymentOutcome paymentOutcomes) {
        return new CountExternalRefunds(refunds, payments, outcomes, paymentOutcomes);
    }

    @Bean
    FindRefunds findRefunds(UnitOfWork unitOfWork, RefundRepository refunds) {
        return new FindRefunds(unitOfWork, refunds);
    }

    @Bean
    RecoverPayment recoverPayment(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            CheckoutPolicyStore policies,
            CancelPayment cancel,
            RequestRefund refund,
            SyncPayment sync,
            ApplyPaymentOutcome outcomes,
            InstantSource clock) {
        return new RecoverPayment(unitOfWork, payments, policies, cancel, refund, sync, outcomes, clock);
    }

    @Bean
    RecoverRefunds recoverRefunds(RefundRepository refunds, InstantSource clock) {
        return new RecoverRefunds(refunds, clock);
    }
}
