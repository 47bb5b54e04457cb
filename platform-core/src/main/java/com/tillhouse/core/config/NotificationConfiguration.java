package com.tillhouse.core.config;

import com.tillhouse.core.adapter.antom.notice.AntomNotificationMapper;
import com.tillhouse.core.adapter.antom.notice.AntomNotificationSignatures;
import com.tillhouse.core.adapter.postgres.PostgresNotificationInbox;
import com.tillhouse.core.capture.port.CaptureRepository;
import com.tillhouse.core.capture.usecase.ApplyCaptureOutcome;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.notification.port.NotificationInbox;
import com.tillhouse.core.notification.usecase.ApplyNotice;
import com.tillhouse.core.notification.usecase.ReceiveNotification;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.refund.usecase.ApplyRefundOutcome;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    NotificationInbox notificationInbox(JdbcClient jdbc, JsonMapper json) {
        return new PostgresNotificationInbox(jdbc, json);
    }

    @Bean
    ApplyNotice applyNotice(
            PaymentRepository payments,
            RefundRepository refunds,
            CaptureRepository captures,
            ApplyPaymentOutcome paymentOutcomes,
            ApplyRefundOutcome refundOutcomes,
            ApplyCaptureOutcome captureOutcomes,
            InstantSource clock) {
        return new ApplyNotice(
                payments,
                refunds,
                paymentOutcomes,
                refundOutcomes,
                new ApplyNotice.Captures(captures, captureOutcomes),
                clock);
    }

    @Bean
    ReceiveNotification receiveNotification(
            UnitOfWork unitOfWork,
            GatewayAccountRepository accounts,
            NotificationInbox inbox,
            ApplyNotice apply,
            InstantSource clock) {
        return new ReceiveNotification(
                unitOfWork,
                accounts,
                new AntomNotificationSignatures(),
                new AntomNotificationMapper(),
                inbox,
                apply,
                clock);
    }
}
