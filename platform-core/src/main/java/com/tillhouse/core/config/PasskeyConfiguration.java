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
import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.tenant.PersonRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {

    @Bean
    PasskeyGateway passkeyGateway(AdminAddress home) {
        return new WebAuthnPasskeyGateway(home.base());
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
