package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresCaptureRepository;
import com.tillhouse.core.adapter.postgres.PostgresCaptureReservationStore;
import com.tillhouse.core.capture.port.CaptureGateway;
import com.tillhouse.core.capture.port.CaptureRepository;
import com.tillhouse.core.capture.port.CaptureReservationStore;
import com.tillhouse.core.capture.usecase.ApplyCaptureOutcome;
import com.tillhouse.core.capture.usecase.FindCaptures;
import com.tillhouse.core.capture.usecase.RecoverCaptures;
import com.tillhouse.core.capture.usecase.RequestCapture;
import com.tillhouse.core.capture.usecase.SyncCapture;
import com.tillhouse.core.checkout.port.CheckoutSessionRepository;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.idempotency.IdempotencyStore;
import com.tillhouse.core.shared.EventStore;
import com.tillhouse.core.shared.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CaptureConfiguration {

    @Bean
    CaptureRepository captureRepository(EntityManager entities, JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresCaptureRepository(entities, jdbc, narrow);
    }

    @Bean
    CaptureReservationStore captureReservationStore(JdbcClient jdbc) {
        return new PostgresCaptureReservationStore(jdbc);
    }

    @Bean
    ApplyCaptureOutcome.Told captureEvents(
            PaymentRepository payments, CheckoutSessionRepository sessions, EventStore events) {
        return new ApplyCaptureOutcome.Told(payments, sessions, events);
    }

    @Bean
    ApplyCaptureOutcome applyCaptureOutcome(
            UnitOfWork unitOfWork,
            CaptureRepository captures,
            CaptureReservationStore reservations,
            ApplyCaptureOutcome.Told told,
            ApplyPaymentOutcome paymentOutcomes,
            InstantSource clock) {
        return new ApplyCaptureOutcome(unitOfWork, captures, reservations, told, paymentOutcomes, clock);
    }

    @Bean
    SyncCapture syncCapture(
            UnitOfWork unitOfWork,
            CaptureRepository captures,
            PaymentRepository payments,
            GatewayAccountRepository accounts,
            CaptureGateway gateway,
            ApplyCaptureOutcome outcomes,
            InstantSource clock) {
        return new SyncCapture(unitOfWork, captures, payments, accounts, gateway, outcomes, clock);
    }

    @Bean
    RequestCapture requestCapture(
            UnitOfWork unitOfWork,
            IdempotencyStore keys,
            PaymentRepository payments,
            CaptureReservationStore reservations,
            ApplyCaptureOutcome outcomes,
            SyncCapture sync,
            InstantSource clock) {
        return new RequestCapture(unitOfWork, keys, payments, reservations, outcomes, sync, clock);
    }

    @Bean
    FindCaptures findCaptures(UnitOfWork unitOfWork, CaptureRepository captures, PaymentRepository payments) {
        return new FindCaptures(unitOfWork, captures, payments);
    }

    @Bean
    RecoverCaptures recoverCaptures(CaptureRepository captures, InstantSource clock) {
        return new RecoverCaptures(captures, clock);
    }
}
