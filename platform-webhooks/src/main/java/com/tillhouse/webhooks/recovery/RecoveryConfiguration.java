package com.tillhouse.webhooks.recovery;

import com.tillhouse.core.capture.usecase.RecoverCaptures;
import com.tillhouse.core.capture.usecase.SyncCapture;
import com.tillhouse.core.checkout.usecase.RecoverPayments;
import com.tillhouse.core.refund.usecase.RecoverPayment;
import com.tillhouse.core.refund.usecase.RecoverRefunds;
import com.tillhouse.core.refund.usecase.SyncRefund;
import com.tillhouse.core.trail.usecase.RecordAct;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecoveryProperties.class)
class RecoveryConfiguration {

    @Bean
    RecoveryWorker recoveryWorker(
            RecoverPayments duePayments,
            RecoverPayment payment,
            RecoverRefunds dueRefunds,
            SyncRefund refund,
            RecoverCaptures dueCaptures,
            SyncCapture capture,
            RecordAct acts,
            RecoveryProperties settings) {
        return new RecoveryWorker(
                List.of(
                        new RecoveryChore(dueRefunds::claimDue, refund::recover),
                        new RecoveryChore(dueCaptures::claimDue, capture::recover),
                        new RecoveryChore(duePayments::claimDue, payment::recover)),
                duePayments,
                acts,
                settings);
    }
}
