package com.tillhouse.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the API app.
 *
 * @param issuer who issues access tokens: the public base address of this app
 * @param audience whom access tokens are for
 * @param documentation address that problem types begin with
 */
@ConfigurationProperties("tillhouse.api")
public record ApiSettings(
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("http://localhost:8080/v1") String audience,
        @DefaultValue("http://localhost:8080/errors/") String documentation) {}
