package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.NarrowRole;
import com.tillhouse.core.adapter.postgres.PostgresGatewayKeyStore;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.gateway.GatewayAccountRepository;
import com.tillhouse.core.gateway.KeyProofGateway;
import com.tillhouse.core.gatewaykey.domain.AntomHosts;
import com.tillhouse.core.gatewaykey.port.GatewayKeyStore;
import com.tillhouse.core.gatewaykey.usecase.ActivateGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.AddGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.EnterAntomKey;
import com.tillhouse.core.gatewaykey.usecase.FindGatewayKeys;
import com.tillhouse.core.gatewaykey.usecase.GatewayKeyPorts;
import com.tillhouse.core.gatewaykey.usecase.OpenGatewayAccount;
import com.tillhouse.core.gatewaykey.usecase.RetireGatewayKeys;
import com.tillhouse.core.shared.SecretVault;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class GatewayKeyConfiguration {

    @Bean
    AntomHosts antomHosts(@Value("${tillhouse.antom.more-hosts:}") Set<String> more, EgressProperties egress) {
        return new AntomHosts(more, egress.allowLocal());
    }

    @Bean
    GatewayKeyStore gatewayKeyStore(JdbcClient jdbc, NarrowRole narrow) {
        return new PostgresGatewayKeyStore(jdbc, narrow);
    }

    @Bean
    GatewayKeyPorts gatewayKeyPorts(GatewayAccountRepository accounts, GatewayKeyStore keys, SecretVault vault) {
        return new GatewayKeyPorts(accounts, keys, vault);
    }

    @Bean
    OpenGatewayAccount openGatewayAccount(
            UnitOfWork unitOfWork, GatewayKeyPorts ports, AntomHosts hosts, RecordAudit audit, InstantSource clock) {
        return new OpenGatewayAccount(unitOfWork, ports, hosts, audit, clock);
    }

    @Bean
    AddGatewayKeys addGatewayKeys(
            UnitOfWork unitOfWork, GatewayKeyPorts ports, RecordAudit audit, InstantSource clock) {
        return new AddGatewayKeys(unitOfWork, ports, audit, clock);
    }

    @Bean
    EnterAntomKey enterAntomKey(UnitOfWork unitOfWork, GatewayKeyPorts ports, RecordAudit audit, InstantSource clock) {
        return new EnterAntomKey(unitOfWork, ports, audit, clock);
    }

    @Bean
    ActivateGatewayKeys activateGatewayKeys(
            UnitOfWork unitOfWork,
            GatewayKeyPorts ports,
            KeyProofGateway proof,
            @Value("${tillhouse.antom.key-overlap:2d}") Duration overlap,
            RecordAudit audit,
            InstantSource clock) {
        return new ActivateGatewayKeys(unitOfWork, ports, proof, overlap, audit, clock);
    }

    @Bean
    RetireGatewayKeys retireGatewayKeys(
            UnitOfWork unitOfWork, GatewayKeyPorts ports, RecordAudit audit, InstantSource clock) {
        return new RetireGatewayKeys(unitOfWork, ports, audit, clock);
    }

    @Bean
    FindGatewayKeys findGatewayKeys(UnitOfWork unitOfWork, GatewayKeyPorts ports) {
        return new FindGatewayKeys(unitOfWork, ports);
    }
}
