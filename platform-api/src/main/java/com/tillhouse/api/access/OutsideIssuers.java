package com.tillhouse.api.access;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Other issuers whose access tokens are trusted; none unless configured.
 *
 * @param outsideIssuers by a short name of the operator's choice, which goes before the names of their clients
 */
@ConfigurationProperties("tillhouse.api")
record OutsideIssuers(@DefaultValue Map<String, OutsideIssuer> outsideIssuers) {

    OutsideIssuers {
        outsideIssuers = Map.copyOf(outsideIssuers);
        outsideIssuers.keySet().forEach(OutsideIssuers::check);
        long different = outsideIssuers.values().stream()
                .map(OutsideIssuer::issuer)
                .distinct()
                .count();
        OutsideIssuer.require(different == outsideIssuers.size(), "an issuer may be named once only");
    }

    private static void check(String name) {
        OutsideIssuer.require(name.matches("[a-z][a-z0-9-]{0,19}"), "the name " + name + " must be of a-z, 0-9 and -");
    }
}
