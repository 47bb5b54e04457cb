package com.tillhouse.core.adapter.postgres;

import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.mail.port.MailStore;
import com.tillhouse.core.signin.domain.PasswordReset;
import com.tillhouse.core.signin.domain.SignIn;
import com.tillhouse.core.signin.port.PasswordStore;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords and the links that set them by JDBC; the tables hold no tenant's data. */
public final class PostgresPasswordStore implements PasswordStore {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final NarrowRole narrow;
    private final MailStore mails;

    public PostgresPasswordStore(JdbcClient jdbc, NarrowRole narrow, MailStore mails) {
        this.jdbc = jdbc;
        this.narrow = narrow;
        this.mails = mails;
    }

    /** Whoever asks for the same address waits, so that many at once get no more than one after the other. */
    @Override
    public void ask(PasswordReset reset, OutgoingMail mail) {
        narrow.ofNoTenant(() -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('password_reset ' || :email, 0))::text")
                    .param("email", reset.email().value())
                    .query(String.class)
                    .single();
            jdbc.sql("delete from password_reset where created_at < :before")
                    .param("before", utc(reset.createdAt().minus(KEPT)))
                    .update();
            boolean enough = jdbc.sql(
                            "select count(*) >= :most from password_reset where email = :email and created_at > :since")
                    .param("most", PasswordReset.MOST_IN_AN_HOUR)
                    .param("email", reset.email().value())
                    .param("since", utc(reset.createdAt().minus(HOUR)))
                    .query(Boolean.class)
                    .single();
            if (!enough) {
                add(reset);
                mails.add(mail);
            }
        });
    }

    private void add(PasswordReset reset) {
        jdbc.sql("""
                        insert into password_reset (token_hash, email, created_at, expires_at)
                        values (:hash, :email, :at, :expires)""")
                .param("hash", reset.token().hash())
                .param("email", reset.email().value())
                .param("at", utc(reset.createdAt()))
                .param("expires", utc(reset.expiresAt()))
                .update();
    }

    @Override
    public Optional<EmailAddress> emailOf(MailToken token, Instant now) {
        return jdbc.sql(
                        "select email from password_reset where token_hash = :hash and used_at is null and expires_at > :now")
                .param("hash", token.hash())
                .param("now", utc(now))
                .query(String.class)
                .optional()
                .map(EmailAddress::new);
    }

    @Override
    public boolean reset(MailToken token, PersonId person, String passwordHash, OutgoingMail news) {
        AtomicBoolean done = new AtomicBoolean();
        narrow.ofNoTenant(() -> {
            if (useUp(token, person, news.createdAt())) {
                jdbc.sql("update person set password_hash = :hash where person_id = :person")
                        .param("hash", passwordHash)
                        .param("person", person.value())
                        .update();
                forgetLinks(person, news.createdAt());
                PostgresSignInStore.endAll(jdbc, person, "", SignIn.End.PASSWORD_CHANGED, news.createdAt());
                mails.add(news);
                done.set(true);
            }
        });
        return done.get();
    }

    private boolean useUp(MailToken token, PersonId person, Instant now) {
        return jdbc.sql("""
                        update password_reset r set used_at = :now from person p
                        where r.token_hash = :hash and r.used_at is null and r.expires_at > :now
                          and p.email = r.email and p.person_id = :person and p.disabled_at is null""")
                        .param("now", utc(now))
                        .param("hash", token.hash())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    @Override
    public boolean change(PersonChange change, OutgoingMail news) {
        AtomicBoolean done = new AtomicBoolean();
        narrow.ofNoTenant(() -> {
            int changed = jdbc.sql("""
                            update person set password_hash = :new
                            where person_id = :person and password_hash = :old and disabled_at is null""")
                    .param("new", change.newHash())
                    .param("old", change.oldHash())
                    .param("person", change.person().value())
                    .update();
            if (changed == 1) {
                forgetLinks(change.person(), news.createdAt());
                PostgresSignInStore.endAll(
                        jdbc, change.person(), change.keep(), SignIn.End.PASSWORD_CHANGED, news.createdAt());
                mails.add(news);
                done.set(true);
            }
        });
        return done.get();
    }

    /** Links that are still in some mailbox set nothing any more. */
    private void forgetLinks(PersonId person, Instant at) {
        jdbc.sql("""
                        update password_reset r set used_at = :at from person p
                        where p.person_id = :person and r.email = p.email and r.used_at is null""").param("at", utc(at)).param("person", person.value()).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
