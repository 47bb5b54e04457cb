package com.tillhouse.core.config;

import com.tillhouse.core.adapter.antom.notice.AntomNotificationMapper;
import com.tillhouse.core.adapter.antom.notice.AntomNotificationSignatures;
import com.tillhouse.core.adapter.postgres.PostgresNotificationInbox;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.notification.port.NotificationInbox;
import com.tillhouse.core.notification.usecase.ReceiveNotification;
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
    ReceiveNotification receiveNotification(
            UnitOfWork unitOfWork,
            GatewayAccountRepository accounts,
            PaymentRepository payments,
            NotificationInbox inbox,
            ApplyPaymentOutcome outcomes,
            InstantSource clock) {
        return new ReceiveNotification(
                unitOfWork,
                accounts,
                payments,
                new AntomNotificationSignatures(),
                new AntomNotificationMapper(),
                inbox,
                outcomes,
                clock);
    }
}
