package com.tillhouse.core.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tenants share the connections of a process.
 *
 * @param connectionsPerTenant of one tenant at once; 0 lets one have all
 * @param patience how long work waits for one of them
 */
@ConfigurationProperties("tillhouse.database")
record DatabaseProperties(
        @DefaultValue("0") int connectionsPerTenant,
        @DefaultValue("2500ms") Duration patience) {}
