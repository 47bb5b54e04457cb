package com.tillhouse.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A gap in the settings keeps the app from starting. */
class OutsideIssuerTest {
    private static final String AT = "tillhouse.api.outside-issuers.";

    private static Map<String, String> good(String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put(AT + name + ".issuer", "https://sso.example");
        settings.put(AT + name + ".jwks-uri", "https://sso.example/keys");
        settings.put(AT + name + ".audience", "api");
        settings.put(AT + name + ".tenants", "*");
        settings.put(AT + name + ".mode", "TEST");
        return settings;
    }

    private static OutsideIssuers bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("tillhouse.api", OutsideIssuers.class);
    }

    @Test
    void trustsNobodyUnlessToldAndThenStrictly() {
        assertThat(bind(Map.of()).outsideIssuers()).isEmpty();
        OutsideIssuer issuer = bind(good("sso")).outsideIssuers().get("sso");
        assertThat(issuer.types()).containsExactly("at+jwt");
        assertThat(issuer.algorithms()).containsExactly("RS256");
    }

    @ParameterizedTest
    @CsvSource({
        "jwks-uri, http://sso.example/keys",
        "jwks-uri, file:///etc/passwd",
        "algorithms, HS256",
        "algorithms, none",
        "types, ''",
        "types, id+jwt",
        "tenants, ''",
        "tenants, '*,5f0c1c1e-0000-0000-0000-000000000000'",
        "mode-claim, stage",
        "mode, ''",
        "issuer, ' '",
        "audience, ''",
        "longest-life, 0s"
    })
    void refusesSettingsThatTrustTooMuchOrTooLittle(String name, String value) {
        Map<String, String> settings = good("sso");
        settings.put(AT + "sso." + name, value);
        assertThatThrownBy(() -> bind(settings)).rootCause().hasMessageContaining("tillhouse.api.outside-issuers");
    }

    @Test
    void refusesOneIssuerUnderTwoNamesAndNamesThatAreNone() {
        Map<String, String> twice = good("sso");
        twice.putAll(good("again"));
        assertThatThrownBy(() -> bind(twice)).rootCause().hasMessageContaining("once");
        assertThatThrownBy(() -> bind(good("1-x"))).rootCause().hasMessageContaining("1-x");
    }
}
