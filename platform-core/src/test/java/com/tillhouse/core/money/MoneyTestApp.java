package com.tillhouse.core.money;

import com.tillhouse.core.capture.port.CaptureGateway;
import com.tillhouse.core.config.TillhouseCore;
import com.tillhouse.core.refund.port.RefundGateway;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The whole core as an app would have it, with an Antom that keeps a ledger and can be told what to answer. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(TillhouseCore.class)
class MoneyTestApp {

    @Bean
    @Primary
    LedgerGateway ledgerGateway() {
        return new LedgerGateway();
    }

    @Bean
    @Primary
    CaptureGateway ledgerCaptures(LedgerGateway ledger) {
        return ledger.captureGateway();
    }

    @Bean
    @Primary
    RefundGateway ledgerRefunds(LedgerGateway ledger) {
        return ledger.refundGateway();
    }
}
