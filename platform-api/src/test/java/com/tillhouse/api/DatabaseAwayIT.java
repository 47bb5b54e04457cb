package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that is away for a while is no mistake of the caller's, and nothing to report: the same request may come again. */
class DatabaseAwayIT extends ApiContract {
    @Autowired
    DataSource pool;

    private final JdbcClient truth = JdbcClient.create(DATABASE.superuser());

    @Test
    void isAnsweredAsSomethingToTryAgain() throws SQLException {
        Shop shop = shop();
        String token = token(shop);
        String payment = open(token, order("ORDER-AWAY")).at("/payments/0/id");
        String key = UUID.randomUUID().toString();
        String database =
                truth.sql("select current_database()").query(String.class).single();
        truth.sql("alter database " + database + " connection limit 0").update();
        try {
            truth.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ? and usename = 'app_rw'")
                    .param(database)
                    .query(Boolean.class)
                    .list();
            for (int i = 0; i < 3; i++) {
                requireTryAgain(get(token, "/v1/payments/" + payment));
            }
            requireTryAgain(post(token, SESSIONS, key, order("ORDER-AWAY-2")));
        } finally {
            truth.sql("alter database " + database + " connection limit -1").update();
            pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Answer again = post(token, SESSIONS, key, order("ORDER-AWAY-2"));
            assertThat(again.status()).as(again.toString()).isIn(201, 409, 503);
            return again.status() == 201;
        });
    }

    private static void requireTryAgain(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.at("/code")).isEqualTo("unavailable");
        assertThat(answer.at("/retryable")).isEqualTo("true");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }
}
