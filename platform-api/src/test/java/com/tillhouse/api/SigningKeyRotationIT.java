package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.tillhouse.api.operate.SigningKeyRotation;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.adapter.vault.MasterKey;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.IssueApiClient;
import com.tillhouse.core.tenant.IssueApiClientCommand;
import com.tillhouse.core.tenant.IssuedSecret;
import com.tillhouse.core.tenant.RegisterTenant;
import com.tillhouse.core.tenant.Scope;
import com.tillhouse.core.token.RotateSigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes on one database, with clocks that differ, while the key that signs tokens changes. */
class SigningKeyRotationIT {
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final int STEPS_OF_A_TOKENS_LIFE = 29;

    private final TestPostgres.Database database = TestPostgres.fresh();
    private final MovableClock clock = new MovableClock();

    @TempDir
    Path folder;

    private String[] settings(String... more) throws IOException {
        Path key = folder.resolve("master.key");
        if (!Files.exists(key)) {
            MasterKey.create(key);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        database.register((name, value) -> settings.put(name, String.valueOf(value.get())));
        settings.put("tillhouse.vault.master-key-file", key.toString());
        settings.put("tillhouse.public-webhooks-url", "https://webhooks.example");
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        List<String> arguments = new ArrayList<>(List.of(more));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }

    private ConfigurableApplicationContext process(MovableClock time) throws IOException {
        return ApiApplication.builder()
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("movableClock", MovableClock.class, () -> time, bean -> bean.setPrimary(true)))
                .run(settings());
    }

    private static String base(ConfigurableApplicationContext process) {
        return "http://localhost:" + process.getEnvironment().getProperty("local.server.port");
    }

    private static String client(ConfigurableApplicationContext process) {
        TenantId tenant = new TenantId(UUID.randomUUID());
        process.getBean(RegisterTenant.class).register(tenant, "rotating", "Rotating");
        IssuedSecret issued = process.getBean(IssueApiClient.class)
                .issue(new IssueApiClientCommand(tenant, Mode.TEST, "Backend", Scope.words()));
        return "grant_type=client_credentials&client_id=" + issued.clientId() + "&client_secret=" + issued.secret();
    }

    private static String token(String base, String form) {
        Answer granted = ApiContract.send(HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(granted.status()).as(granted.toString()).isEqualTo(200);
        return granted.at("/access_token");
    }

    private static String kid(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(String base, String token) {
        return ApiContract.send(HttpRequest.newBuilder(URI.create(base + ApiContract.SESSIONS))
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .status();
    }

    private static Set<String> published(String base) {
        Set<String> kids = new LinkedHashSet<>();
        ApiContract.send(HttpRequest.newBuilder(URI.create(base + "/oauth2/jwks"))
                        .GET())
                .json()
                .at("/keys")
                .forEach(key -> kids.add(key.at("/kid").asString()));
        return kids;
    }

    /** Takes tokens of every process, keeps them for their life, and shows them to every process. */
    private static final class Holder {
        private final String form;
        private final Deque<String> living = new ArrayDeque<>();
        private final Map<String, Integer> publishedAt = new LinkedHashMap<>();
        private final Map<String, Integer> signedAt = new LinkedHashMap<>();
        private final List<String> refused = new ArrayList<>();

        Holder(String form) {
            this.form = form;
        }

        void step(int step, List<String> bases) {
            for (String base : bases) {
                String token = token(base, form);
                living.addLast(token);
                signedAt.putIfAbsent(kid(token), step);
                // at once, before the others have had a reason to look for new keys
                bases.forEach(shown -> show(step, token, shown));
                published(base).forEach(kid -> publishedAt.putIfAbsent(kid, step));
            }
            while (living.size() > STEPS_OF_A_TOKENS_LIFE * bases.size()) {
                living.removeFirst();
            }
            bases.forEach(base -> show(step, living.getFirst(), base));
        }

        private void show(int step, String token, String base) {
            int status = status(base, token);
            if (status != 200) {
                refused.add("step " + step + ": " + status + " for a token signed by " + kid(token));
            }
        }
    }

    @Test
    void refusesNoTokenWhileTheKeyChanges() throws Exception {
        MovableClock ahead = new MovableClock();
        ahead.advance(Duration.ofSeconds(25));
        try (var first = process(clock);
                var second = process(ahead)) {
            Holder holder = new Holder(client(first));
            List<String> bases = List.of(base(first), base(second));
            for (int step = 0; step < 90; step++) {
                if (step == 10) {
                    first.getBean(RotateSigningKey.class).rotate();
                }
                // the second is first asked a step later, so that the two never look for new keys at the same moment
                holder.step(step, step == 0 ? bases.subList(0, 1) : bases);
                clock.advance(STEP);
                ahead.advance(STEP);
            }
            assertThat(holder.refused).isEmpty();
            List<String> keys = List.copyOf(holder.signedAt.keySet());
            assertThat(keys).hasSize(2);
            assertThat(holder.signedAt.get(keys.getLast()) - holder.publishedAt.get(keys.getLast()))
                    .as("steps of 20 seconds between publishing and signing")
                    .isGreaterThanOrEqualTo(15);
            assertThat(published(bases.getFirst())).containsExactly(keys.getLast());
        }
    }

    @Test
    void rotatesByItselfAfterNinetyDaysInOneProcessOnly() throws Exception {
        MovableClock other = new MovableClock();
        try (var first = process(clock);
                var second = process(other)) {
            String form = client(first);
            String before = kid(token(base(first), form));
            clock.advance(Duration.ofDays(91));
            other.advance(Duration.ofDays(91));
            String during = token(base(first), form);
            assertThat(kid(during)).isEqualTo(before);
            assertThat(status(base(second), during)).isEqualTo(200);
            assertThat(published(base(second))).hasSize(2).contains(before);
            clock.advance(Duration.ofMinutes(7));
            other.advance(Duration.ofMinutes(7));
            String after = token(base(second), form);
            assertThat(kid(after)).isNotEqualTo(before);
            assertThat(status(base(first), after)).isEqualTo(200);
            assertThat(status(base(first), during)).isEqualTo(200);
        }
    }

    @Test
    void letsACompromisedKeyEndWithinAMinute() throws Exception {
        try (var process = process(clock)) {
            String form = client(process);
            String stolen = token(base(process), form);
            process.getBean(RotateSigningKey.class).replaceAtOnce();
            clock.advance(Duration.ofSeconds(60));
            assertThat(status(base(process), stolen)).isEqualTo(401);
            assertThat(status(base(process), token(base(process), form))).isEqualTo(200);
        }
    }

    @Test
    void isAnOperatorsCommand() throws Exception {
        JdbcClient truth = JdbcClient.create(database.superuser());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(SigningKeyRotation.run(print, settings())).isZero();
        assertThat(SigningKeyRotation.run(print, settings())).isZero();
        assertThat(truth.sql("select count(*) from token_signing_key where retired_at > now() + interval '15 min'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(SigningKeyRotation.run(print, settings(SigningKeyRotation.COMPROMISED)))
                .isZero();
        String living = truth.sql("select kid from token_signing_key where retired_at is null or retired_at > now()")
                .query(String.class)
                .single();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("is published and signs soon")
                .contains(living + " signs from now on")
                .doesNotContain("\"d\"");
    }
}
