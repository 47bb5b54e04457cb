package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests whose process died: their key is there, its lease is over, and how far they came is told by the objects only. */
class InterruptedIT extends MoneyContract {
    private static final String SESSION_ROUTE = "POST /v1/checkout/sessions/{id}/";

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());

    /** Leaves a key behind as a process does that died after taking it. */
    private void died(Shop shop, String route, String object, String resource) {
        truth.sql("""
                        insert into idempotency_key
                          (tenant_id, mode, client_id, operation, key, fingerprint, resource_id, state, lease_until, created_at)
                        values (:tenant, 'TEST', :client, :route, 'died', :fingerprint, :resource, 'IN_FLIGHT',
                          clock_timestamp() - interval '1 second', clock_timestamp())""")
                .param("tenant", shop.tenant().value())
                .param("client", shop.clientId())
                .param("route", route)
                .param("fingerprint", sha256("\"" + object + "\""))
                .param("resource", resource)
                .update();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void closesThePaymentBeforeWhenARetryDiedBeforeItsOwn() {
        Shop shop = shop();
        String token = token(shop);
        Answer opened = open(token, order("DIED"));
        String session = opened.at("/id");
        died(shop, SESSION_ROUTE + "retry", session, "pay_never");

        Answer retried = post(token, SESSIONS + "/" + session + "/retry", "died", "");

        assertThat(retried.status()).as(retried.toString()).isEqualTo(201);
        assertThat(retried.json().at("/payments").size()).isEqualTo(2);
        assertThat(payment(token, opened.at("/payments/0/id")).at("/status")).isEqualTo("canceled");
    }

    @Test
    void opensNoThirdPaymentWhenARetryDiedAfterItsOwn() {
        Shop shop = shop();
        String token = token(shop);
        String session = open(token, order("DIED")).at("/id");
        Answer retried = post(token, SESSIONS + "/" + session + "/retry", "first", "");
        String second = retried.at("/payments/1/id");
        died(shop, SESSION_ROUTE + "retry", session, second);
        int openings = gateway.openings();

        Answer again = post(token, SESSIONS + "/" + session + "/retry", "died", "");

        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.json().at("/payments").size()).isEqualTo(2);
        assertThat(gateway.openings()).isEqualTo(openings);
    }

    @Test
    void hidesWhatNeverWasAlsoWhenTheRetryDied() {
        Shop shop = shop();
        died(shop, SESSION_ROUTE + "retry", "cs_never", "pay_never");

        assertProblem(post(token(shop), SESSIONS + "/cs_never/retry", "died", ""), 404, "not_found");
    }

    @Test
    void saysExpiredWhenAnExpiryDiedAfterItsEffect() {
        Shop shop = shop();
        String token = token(shop);
        String session = open(token, order("DIED")).at("/id");
        post(token, SESSIONS + "/" + session + "/expire", "first", "");
        died(shop, SESSION_ROUTE + "expire", session, session);

        Answer again = post(token, SESSIONS + "/" + session + "/expire", "died", "");

        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.at("/status")).isEqualTo("expired");
    }

    @Test
    void drivesACancelOnThatDied() {
        Shop shop = shop();
        String token = token(shop);
        String payment = paid(token, 6000);
        died(shop, "POST /v1/payments/{id}/cancel", payment, payment);

        Answer canceled = cancel(token, payment, "died");

        assertThat(canceled.status()).as(canceled.toString()).isEqualTo(200);
        assertThat(canceled.at("/status")).isEqualTo("canceled");
        assertThat(cancel(token, payment, "died").bytes()).isEqualTo(canceled.bytes());
    }
}
