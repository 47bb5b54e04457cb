package com.tillhouse.api.limit;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the API lets in. Rates are of the whole platform; each process takes its part of them.
 *
 * @param window what is not used of a rate is saved up for as long as this, so that a burst is no offence
 * @param processes how many API processes share the rates
 * @param requests requests of one tenant in a mode, in a second
 * @param writes of these, requests that change something
 * @param clientRequests requests of one of a tenant's clients, in a second
 * @param clientTokens access tokens that one client is given, in a second
 * @param addressTokens attempts to get an access token from one address, in a second
 * @param atOnce requests that one process works on at once
 * @param tenantAtOnce requests of one tenant that one process works on at once
 * @param tenants what holds for single tenants instead, by their id
 */
@ConfigurationProperties("tillhouse.api.limits")
public record LimitSettings(
        @DefaultValue("4s") Duration window,
        @DefaultValue("1") int processes,
        @DefaultValue("100") int requests,
        @DefaultValue("25") int writes,
        @DefaultValue("100") int clientRequests,
        @DefaultValue("5") int clientTokens,
        @DefaultValue("20") int addressTokens,
        @DefaultValue("256") int atOnce,
        @DefaultValue("64") int tenantAtOnce,
        @DefaultValue Map<String, Own> tenants) {

    public LimitSettings {
        tenants = Map.copyOf(tenants);
        if (window.toSeconds() < 1 || processes < 1 || requests < 1 || writes < 1 || clientRequests < 1) {
            throw new IllegalArgumentException("tillhouse.api.limits: nothing may be less than one");
        }
        if (clientTokens < 1 || addressTokens < 1 || atOnce < 1 || tenantAtOnce < 1) {
            throw new IllegalArgumentException("tillhouse.api.limits: nothing may be less than one");
        }
    }

    /** What holds for one tenant; what is not said is as for all. */
    public record Own(
            @Nullable Integer requests,
            @Nullable Integer writes,
            @Nullable Integer clientRequests,
            @Nullable Integer atOnce) {}

    private static final Own AS_FOR_ALL = new Own(null, null, null, null);

    int requests(String tenant) {
        return Objects.requireNonNullElse(own(tenant).requests(), requests);
    }

    int writes(String tenant) {
        return Objects.requireNonNullElse(own(tenant).writes(), writes);
    }

    int clientRequests(String tenant) {
        return Objects.requireNonNullElse(own(tenant).clientRequests(), clientRequests);
    }

    int atOnce(String tenant) {
        return Objects.requireNonNullElse(own(tenant).atOnce(), tenantAtOnce);
    }

    private Own own(String tenant) {
        return tenants.getOrDefault(tenant, AS_FOR_ALL);
    }
}
