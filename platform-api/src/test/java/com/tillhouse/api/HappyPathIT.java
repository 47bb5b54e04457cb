package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HappyPathIT extends ApiContract {

    @Test
    void opensReadsAndListsASession() {
        Shop shop = shop();
        Answer grant = grant(shop, "grant_type=client_credentials");
        assertThat(grant.status()).as(grant.toString()).isEqualTo(200);
        String token = grant.at("/access_token");

        Answer opened = open(token, order("ORDER-1"));

        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(opened.at("/url")).startsWith(SANDBOX.httpBase().toString());
        assertThat(opened.at("/status")).isEqualTo("open");
        assertThat(opened.header("Request-Id")).startsWith("req_");
        assertThat(opened.header("Api-Version")).isEqualTo("2026-11-01");
        assertThat(opened.header("Cache-Control")).contains("no-store");

        Answer read = get(token, SESSIONS + "/" + opened.at("/id"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json()).isEqualTo(opened.json());

        Answer list = get(token, SESSIONS + "?order_reference=ORDER-1");
        assertThat(list.json().at("/data").size()).as(list.toString()).isEqualTo(1);
        assertThat(list.json().at("/has_more").asBoolean()).isFalse();

        String payment = opened.at("/payments/0/id");
        assertThat(get(token, "/v1/payments/" + payment).at("/checkout_session"))
                .isEqualTo(opened.at("/id"));
        assertThat(get(token, "/v1/payments?checkout_session=" + opened.at("/id"))
                        .at("/data/0/id"))
                .isEqualTo(payment);

        buyer(payment, "pay");
        Answer synced = post(token, "/v1/payments/" + payment + "/sync", "k", "");
        assertThat(synced.status()).as(synced.toString()).isEqualTo(200);
        assertThat(synced.at("/status")).isEqualTo("succeeded");
        assertThat(synced.at("/amount_refundable/value")).isEqualTo("6000");
        assertThat(get(token, SESSIONS + "/" + opened.at("/id")).at("/status")).isEqualTo("completed");
    }
}
