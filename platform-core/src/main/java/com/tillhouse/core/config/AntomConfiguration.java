package com.tillhouse.core.config;

import com.tillhouse.core.adapter.antom.AntomCancelGateway;
import com.tillhouse.core.adapter.antom.AntomCaptureGateway;
import com.tillhouse.core.adapter.antom.AntomClients;
import com.tillhouse.core.adapter.antom.AntomKeyProofGateway;
import com.tillhouse.core.adapter.antom.AntomPaymentGateway;
import com.tillhouse.core.adapter.antom.AntomRefundGateway;
import com.tillhouse.core.adapter.antom.line.AntomLines;
import com.tillhouse.core.adapter.antom.wire.AntomTransport;
import com.tillhouse.core.adapter.antom.wire.SdkSelfTest;
import com.tillhouse.core.capture.port.CaptureGateway;
import com.tillhouse.core.checkout.port.CancelGateway;
import com.tillhouse.core.checkout.port.PaymentGateway;
import com.tillhouse.core.gateway.KeyProofGateway;
import com.tillhouse.core.refund.port.RefundGateway;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PublicAddresses.class, AntomProperties.class})
class AntomConfiguration {

    /** Starts only when the SDK signs what we can verify. */
    @Bean
    AntomClients antomClients(UnitOfWork unitOfWork, SecretVault vault, InstantSource clock, AntomLines lines) {
        SdkSelfTest.run();
        return new AntomClients(unitOfWork, vault, new AntomTransport(), clock, lines);
    }

    @Bean
    AntomLines antomLines(AntomProperties settings, InstantSource clock) {
        return new AntomLines(settings.lines(), clock);
    }

    @Bean
    PaymentGateway paymentGateway(AntomClients clients, PublicAddresses addresses) {
        return new AntomPaymentGateway(clients, addresses.webhooks());
    }

    @Bean
    KeyProofGateway keyProofGateway(AntomClients clients) {
        return new AntomKeyProofGateway(clients);
    }

    @Bean
    CancelGateway cancelGateway(AntomClients clients) {
        return new AntomCancelGateway(clients);
    }

    @Bean
    CaptureGateway captureGateway(AntomClients clients) {
        return new AntomCaptureGateway(clients);
    }

    @Bean
    RefundGateway refundGateway(AntomClients clients, PublicAddresses addresses) {
        return new AntomRefundGateway(clients, addresses.webhooks());
    }
}
