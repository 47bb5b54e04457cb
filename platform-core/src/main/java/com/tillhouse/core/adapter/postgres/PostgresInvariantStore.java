package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.capture.domain.CaptureTransitions;
import com.tillhouse.core.checkout.domain.PaymentTransitions;
import com.tillhouse.core.checkout.domain.SessionTransitions;
import com.tillhouse.core.invariant.domain.Breach;
import com.tillhouse.core.invariant.port.InvariantStore;
import com.tillhouse.core.refund.domain.RefundTransitions;
import com.tillhouse.core.shared.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invariants as one SQL statement, {@code invariants.sql}; the transition tables are given to it. */
public final class PostgresInvariantStore implements InvariantStore {
    private static final String STATEMENT = statement();

    private final JdbcClient jdbc;

    public PostgresInvariantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Breach> breaches(TenantId tenant, Instant now) {
        return jdbc.sql(STATEMENT)
                .param("tenant", tenant.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("edges", edges())
                .query((row, number) ->
                        new Breach(row.getString("invariant"), row.getString("object_id"), row.getString("detail")))
                .list();
    }

    /** Such as {@code payment CREATED OPEN -;…}: object, from, to, event. */
    private static String edges() {
        Stream<String> payment = PaymentTransitions.table().stream()
                .map(edge -> String.join(
                        " ",
                        "payment",
                        edge.from().name(),
                        edge.to().name(),
                        edge.event() == null ? "-" : edge.event()));
        Stream<String> refund = RefundTransitions.table().stream()
                .map(edge ->
                        String.join(" ", "refund", edge.from().name(), edge.to().name(), edge.event()));
        Stream<String> capture = CaptureTransitions.table().stream()
                .map(edge -> String.join(
                        " ", "capture", edge.from().name(), edge.to().name(), edge.event()));
        Stream<String> session = SessionTransitions.table().stream()
                .map(edge -> String.join(
                        " ", "checkout_session", edge.from().name(), edge.to().name(), edge.event()));
        return Stream.of(payment, refund, capture, session)
                .flatMap(each -> each)
                .collect(Collectors.joining(";"));
    }

    private static String statement() {
        try (InputStream file = PostgresInvariantStore.class.getResourceAsStream("/db/invariants.sql")) {
            if (file == null) {
                throw new IllegalStateException("db/invariants.sql is missing on the classpath");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
