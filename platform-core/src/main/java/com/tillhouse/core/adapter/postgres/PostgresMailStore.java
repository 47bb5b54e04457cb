package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.mail.domain.Mail;
import com.tillhouse.core.mail.domain.MailClaim;
import com.tillhouse.core.mail.domain.MailOutcome;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.mail.port.MailStore;
import com.tillhouse.core.shared.SecretVault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Mails by JDBC. What one says is sealed while it waits and gone afterwards; only the worker role reads any of it. */
public final class PostgresMailStore implements MailStore {
    private static final String CLAIM = """
            with due as (
              select id from outgoing_mail
              where status = 'WAITING' and next_attempt_at <= :now and (lease_until is null or lease_until < clock_timestamp())
              order by next_attempt_at limit :limit for update skip locked)
            update outgoing_mail m
            set attempts = m.attempts + 1, lease_until = clock_timestamp() + make_interval(secs => :lease)
            from due where m.id = due.id
            returning m.id, m.recipient, m.sealed, m.expires_at, m.attempts""";

    private static final String RECORD = """
            update outgoing_mail set status = :status, sealed = case when :status = 'WAITING' then sealed end,
              next_attempt_at = :next, ended_at = :ended, reason = :reason, lease_until = null
            where id = :id and attempts = :fence and status = 'WAITING'""";

    private final JdbcClient jdbc;
    private final NarrowRole narrow;
    private final SecretVault vault;
    private final JsonMapper json;

    public PostgresMailStore(JdbcClient jdbc, NarrowRole narrow, SecretVault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.narrow = narrow;
        this.vault = vault;
        this.json = json;
    }

    /** What is sealed. */
    private record Sealed(String subject, String text, String html) {}

    private record Claimed(String id, String recipient, byte[] sealed, Instant expiresAt, int attempts) {}

    @Override
    public void add(OutgoingMail mail) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a mail is kept together with what it tells of");
        }
        // the same work for one that nobody gets
        byte[] sealed = seal(mail.id(), mail.mail());
        jdbc.sql("""
                        insert into outgoing_mail
                          (id, recipient, status, sealed, attempts, created_at, expires_at, next_attempt_at, ended_at)
                        values (:id, :recipient, :status, :sealed, 0, :at, :expires, :next, :ended)""")
                .param("id", mail.id())
                .param("recipient", mail.mail().to())
                .param("status", mail.meant() ? "WAITING" : "DROPPED")
                .param("sealed", mail.meant() ? sealed : null)
                .param("at", utc(mail.createdAt()))
                .param("expires", utc(mail.expiresAt()))
                .param("next", mail.meant() ? utc(mail.createdAt()) : null)
                .param("ended", mail.meant() ? null : utc(mail.createdAt()))
                .update();
    }

    @Override
    public List<MailClaim> claimDue(Instant now, Duration lease, int limit) {
        List<Claimed> claimed = narrow.worker(() -> jdbc.sql(CLAIM)
                .param("now", utc(now))
                .param("lease", lease.toSeconds())
                .param("limit", limit)
                .query(PostgresMailStore::claimed)
                .list());
        // not before: whoever claims may see no keys
        return claimed.stream().map(this::opened).toList();
    }

    @Override
    public boolean record(MailClaim claim, MailOutcome outcome) {
        return switch (outcome) {
            case MailOutcome.Sent(Instant at) -> record(claim, "SENT", null, at, null);
            case MailOutcome.Again(Instant next, String reason) -> record(claim, "WAITING", next, null, reason);
            case MailOutcome.GivenUp(Instant at, String reason) -> record(claim, "FAILED", null, at, reason);
        };
    }

    private boolean record(
            MailClaim claim, String status, @Nullable Instant next, @Nullable Instant ended, @Nullable String reason) {
        return narrow.worker(() -> jdbc.sql(RECORD)
                        .param("status", status)
                        .param("next", utc(next))
                        .param("ended", utc(ended))
                        .param("reason", reason)
                        .param("id", claim.id())
                        .param("fence", claim.fence())
                        .update()
                == 1);
    }

    @Override
    public int forget(Instant before) {
        return narrow.worker(
                () -> jdbc.sql("delete from outgoing_mail where status <> 'WAITING' and ended_at < :before")
                        .param("before", utc(before))
                        .update());
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        return new Claimed(
                row.getString("id"),
                row.getString("recipient"),
                row.getBytes("sealed"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private MailClaim opened(Claimed claimed) {
        Sealed opened = json.readValue(vault.openForPlatform(place(claimed.id()), claimed.sealed()), Sealed.class);
        return new MailClaim(
                claimed.id(),
                new Mail(claimed.recipient(), opened.subject(), opened.text(), opened.html()),
                claimed.expiresAt(),
                claimed.attempts());
    }

    private byte[] seal(String id, Mail mail) {
        return vault.sealForPlatform(
                place(id), json.writeValueAsBytes(new Sealed(mail.subject(), mail.text(), mail.html())));
    }

    private static String place(String id) {
        return "mail/" + id;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
