package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.trail.domain.line.TrailKind;
import com.tillhouse.core.trail.domain.line.TrailLine;
import com.tillhouse.core.trail.port.TrailStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The trail as one SQL statement, {@code trail.sql}, over everything that keeps a part of it. */
public final class PostgresTrailStore implements TrailStore {
    private static final String STATEMENT = statement();
    private static final String[] ORDER =
            Arrays.stream(TrailKind.values()).map(TrailKind::word).toArray(String[]::new);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public PostgresTrailStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<TrailLine> ofPayment(TenantId tenant, Mode mode, String paymentId, int most) {
        return jdbc.sql(STATEMENT)
                .param("tenant", tenant.value())
                .param("mode", mode.name())
                .param("payment", paymentId)
                .param("kinds", ORDER)
                .param("most", most)
                .query(this::line)
                .list()
                .reversed();
    }

    private TrailLine line(ResultSet row, int number) throws SQLException {
        TrailKind kind = TrailKind.of(row.getString("kind"));
        return new TrailLine(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                kind,
                row.getString("about"),
                json.readValue(row.getString("details"), kind.detail()));
    }

    private static String statement() {
        try (InputStream file = PostgresTrailStore.class.getResourceAsStream("/db/trail.sql")) {
            if (file == null) {
                throw new IllegalStateException("db/trail.sql is missing on the classpath");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
