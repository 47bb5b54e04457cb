package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.gateway.Outcome;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AntomMessageIT extends ApiContract {
    /** The message that Antom documents, in our words. */
    private static final String DOCUMENTED = """
            {"order_reference":"ORDER_2022111414171****","amount":{"currency":"CNY","value":1000},
             "description":"Cappuccino #grande (Mika's coffee shop)",
             "redirect_url":"https://www.alipay.com","settlement_currency":"CNY",
             "payment_method_types":["ANTOM_BIZ_ACCOUNT"],"terminal_type":"WEB",
             "goods":[{"reference":"GoodsId-32078","name":"ticket-date-flight number-departure-arrival","quantity":1,
                       "unit_amount":{"currency":"CNY","value":1000}}],
             "buyer":{"reference":"test1234****","name":{"full_name":"Dehua Skr Liu"},"email":"alipay@alipay.com"},
             "transit":{"transit_type":"FLIGHT","legs":[{"departure_time":"2024-11-27T12:01:01+08:00",
                        "departure_address":{"city":"SZX"},"arrival_address":{"city":"HKG"},"carrier_no":"111"}]}}""";

    private HikariDataSource connections;

    @Autowired
    void pool(DataSource pool) throws SQLException {
        connections = pool.unwrap(HikariDataSource.class);
    }

    @Test
    void bringsTheDocumentedMessageToAntomWithTheSameMeaning() throws IOException {
        Answer opened = open(token(shop()), DOCUMENTED);
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        String payment = opened.at("/payments/0/id");
        ObjectNode sent = (ObjectNode)
                send(HttpRequest.newBuilder(URI.create(SANDBOX.httpBase() + "/control/payments/" + payment)))
                        .json()
                        .at("/request");
        ObjectNode documented = documented();
        assertThat(sent.at("/paymentRequestId").asString()).isEqualTo(payment);
        assertThat(sent.at("/paymentNotifyUrl").asString()).startsWith("https://webhooks.example/antom/notify/");
        for (ObjectNode message : List.of(sent, documented)) {
            message.remove(List.of("paymentRequestId", "paymentNotifyUrl"));
        }
        assertThat(sent).isEqualTo(documented);
    }

    private static ObjectNode documented() throws IOException {
        try (InputStream message = AntomMessageIT.class.getResourceAsStream("/antom/create-session-request.json")) {
            return (ObjectNode) JsonMapper.shared().readTree(message);
        }
    }

    @Test
    void holdsNoDatabaseConnectionWhileAntomIsAsked() throws InterruptedException, ExecutionException {
        String token = token(shop());
        int many = connections.getMaximumPoolSize() * 2;
        CountDownLatch allAtAntom = new CountDownLatch(many);
        CountDownLatch answer = new CountDownLatch(1);
        for (int i = 0; i < many; i++) {
            gateway.nextOpening(payment -> {
                allAtAntom.countDown();
                awaitQuietly(answer);
                return SwitchGateway.lost(Outcome.Reason.FORGED);
            });
        }
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> calls = IntStream.range(0, many)
                    .mapToObj(i -> callers.submit(() -> open(token, DOCUMENTED)))
                    .toList();
            allAtAntom.await();
            int held = connections.getHikariPoolMXBean().getActiveConnections();
            answer.countDown();
            assertThat(held).isZero();
            for (Future<Answer> call : calls) {
                assertThat(call.get().status()).isEqualTo(201);
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
