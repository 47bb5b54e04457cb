package com.tillhouse.core.config;

import com.tillhouse.core.adapter.passkey.WebAuthnPasskeyGateway;
import com.tillhouse.core.factor.port.PasskeyGateway;
import com.tillhouse.core.factor.port.PasskeyRepository;
import com.tillhouse.core.factor.port.RecoveryCodeStore;
import com.tillhouse.core.factor.usecase.AddPasskey;
import com.tillhouse.core.factor.usecase.AllowFactor;
import com.tillhouse.core.factor.usecase.ChangePasskey;
import com.tillhouse.core.factor.usecase.FindSecondFactors;
import com.tillhouse.core.factor.usecase.ProvePasskey;
import com.tillhouse.core.factor.usecase.RecordFactorAct;
import com.tillhouse.core.tenant.PersonRepository;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {

    @Bean
    PasskeyGateway passkeyGateway(@Value("${tillhouse.public-admin-url:http://localhost:8082}") URI home) {
        return new WebAuthnPasskeyGateway(home);
    }

    @Bean
    AddPasskey addPasskey(
            PersonRepository people,
            PasskeyRepository passkeys,
            PasskeyGateway browser,
            AllowFactor allow,
            RecordFactorAct acts,
            InstantSource clock) {
        return new AddPasskey(people, passkeys, browser, allow, acts, clock);
    }

    @Bean
    ProvePasskey provePasskey(PasskeyRepository passkeys, PasskeyGateway browser, InstantSource clock) {
        return new ProvePasskey(passkeys, browser, clock);
    }

    @Bean
    ChangePasskey changePasskey(
            PasskeyRepository passkeys,
            RecoveryCodeStore recoveryCodes,
            FindSecondFactors factors,
            RecordFactorAct acts) {
        return new ChangePasskey(passkeys, recoveryCodes, factors, acts);
    }
}
