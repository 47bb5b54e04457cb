package com.tillhouse.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.signin.domain.SignIn;
import com.tillhouse.core.signin.usecase.EndSignIn;
import com.tillhouse.core.signin.usecase.FollowSignIn;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = {AdminApplication.class, SignInCheckIT.Seed.class},
        properties = {
            "spring.config.name=platform-admin",
            "spring.main.allow-bean-definition-overriding=true",
            "tillhouse.public-admin-url=https://admin.example"
        },
        webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInCheckIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final String COOKIE = "__Host-TILLHOUSE_ADMIN=";
    private static final Pattern SYNC_ID = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Seed seed;

    @Autowired
    FollowSignIn follow;

    @Autowired
    EndSignIn end;

    @Autowired
    FailedSignIns failures;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    /** A person for each test, and a clock that goes on when it is told to as well as by itself. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        final Map<String, PersonId> people = new HashMap<>();
        final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        @Bean
        @Primary
        InstantSource movedClock() {
            InstantSource real = Clock.systemUTC();
            return () -> real.instant().plus(Objects.requireNonNull(ahead.get()));
        }

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                for (String name : new String[] {"mei", "bo", "cy", "dee", "eve", "flo", "gus"}) {
                    var shop = demo.tenant("shop-" + name, "Shop of " + name, Instant.parse("2026-11-01T08:00:00Z"));
                    people.put(name, demo.member(shop, name + "@kaya.example", Role.OWNER));
                }
            };
        }
    }

    private PersonId person(String name) {
        return Objects.requireNonNull(seed.people.get(name));
    }

    private void later(Duration time) {
        seed.ahead.updateAndGet(ahead -> ahead.plus(time));
    }

    private String home() {
        return "http://localhost:" + port;
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(home() + "/" + path))
                        .header("Cookie", cookie)
                        .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> attempt(String email, String password) throws IOException, InterruptedException {
        String form = "email=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(URI.create(home() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", home())
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Signs in and opens a page; answers the cookie. */
    private String signIn(String name) throws IOException, InterruptedException {
        HttpResponse<String> reply = attempt(name + "@kaya.example", DemoFixture.PASSWORD);
        String set = reply.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith(COOKIE))
                .findFirst()
                .orElseThrow();
        assertThat(set)
                .contains("Secure")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
        assertThat(set).doesNotContainIgnoringCase("domain");
        String cookie = set.split(";", 2)[0];
        assertThat(get("", cookie).statusCode()).isEqualTo(200);
        return cookie;
    }

    private boolean in(String cookie) throws IOException, InterruptedException {
        HttpResponse<String> reply = get("", cookie);
        assertThat(reply.statusCode()).isIn(200, 302);
        return reply.statusCode() == 200;
    }

    private List<String> audited(String name, String action) {
        return JdbcClient.create(DATABASE.superuser())
                .sql(
                        "select concat_ws(' ', actor_kind, address, details) from audit_entry e join member m using (tenant_id)"
                                + " where m.person_id = :person and action = :action")
                .param("person", person(name).value())
                .param("action", action)
                .query(String.class)
                .list();
    }

    @Test
    void throwsARevokedSignInOutWithinSecondsWhereverItWasRevoked() throws Exception {
        String here = signIn("mei");
        String there = signIn("mei");
        assertThat(follow.of(person("mei")))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.agent()).contains("Firefox/150.0"));
        // as another process would
        int ended = end.revokeOthers(person("mei"), hereId("mei"));
        assertThat(ended).isEqualTo(1);
        later(SignInCheckFilter.REMEMBERED);
        assertThat(List.of(in(here), in(there))).containsExactlyInAnyOrder(true, false);
    }

    private String hereId(String name) {
        return follow.of(person(name)).getFirst().id();
    }

    @Test
    void closesAnOpenPageOfARevokedSignIn() throws Exception {
        String cookie = signIn("bo");
        HttpResponse<String> start = get("?v-r=init&location=your-sign-in&query=", cookie);
        assertThat(start.statusCode()).isEqualTo(200);
        Matcher key = SYNC_ID.matcher(start.body());
        assertThat(key.find()).as(start.body()).isTrue();
        assertThat(click(cookie, key.group(1)).body()).doesNotContain("sessionExpired");
        end.revoke(person("bo"), hereId("bo"));
        later(SignInCheckFilter.REMEMBERED);
        HttpResponse<String> after = click(cookie, key.group(1));
        assertThat(after.statusCode() != 200 || after.body().contains("sessionExpired"))
                .as(after.statusCode() + " " + after.body())
                .isTrue();
        assertThat(in(cookie)).isFalse();
    }

    /** What the page's script sends when somebody clicks; the server's first answer to it needs no such button. */
    private HttpResponse<String> click(String cookie, String key) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(home() + "/?v-r=uidl&v-uiId=0"))
                        .header("Cookie", cookie)
                        .header("Origin", home())
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"csrfToken\":\"" + key + "\",\"rpc\":[],\"syncId\":0,\"clientId\":0}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void endsIdleOnesAndOldOnes() throws Exception {
        String cookie = signIn("cy");
        later(SignIn.IDLE.plusSeconds(1));
        assertThat(in(cookie)).isFalse();
        String other = signIn("cy");
        for (int i = 0; i < 48; i++) {
            assertThat(in(other)).isTrue();
            later(Duration.ofMinutes(10));
        }
        assertThat(in(other)).isFalse();
    }

    @Test
    void doesNotTakeForAnActWhatAPageDoesByItself() throws Exception {
        String cookie = signIn("dee");
        for (int i = 0; i < 3; i++) {
            later(Duration.ofMinutes(4));
            get("?v-r=heartbeat&v-uiId=0", cookie);
            assertThat(get("signed-in", cookie).statusCode()).isEqualTo(204);
        }
        later(Duration.ofMinutes(4));
        assertThat(get("signed-in", cookie).statusCode()).isEqualTo(401);
        assertThat(in(cookie)).isFalse();
        assertThat(get("signed-in", "").statusCode()).isEqualTo(401);
    }

    @Test
    void tellsAnOpenPageAtOnceThatItsSignInHasEnded() throws Exception {
        String cookie = signIn("gus");
        assertThat(get("signed-in", cookie).statusCode()).isEqualTo(204);
        end.revoke(person("gus"), hereId("gus"));
        assertThat(get("signed-in", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void startsAnotherSignInWhenAnotherPersonTakesTheBrowser() throws Exception {
        String cookie = signIn("eve");
        String form = "email=flo%40kaya.example&password=" + DemoFixture.PASSWORD.replace(' ', '+');
        HttpResponse<String> reply = browser.send(
                HttpRequest.newBuilder(URI.create(home() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", home())
                        .header("Cookie", cookie)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String fresh = reply.headers().allValues("Set-Cookie").getFirst().split(";", 2)[0];
        assertThat(fresh).isNotEqualTo(cookie);
        assertThat(in(fresh)).isTrue();
        assertThat(follow.of(person("flo"))).hasSize(1);
    }

    @Test
    void tellsTenantsOfFailuresOnceInAWhile() throws Exception {
        for (int i = 0; i < 7; i++) {
            assertThat(attempt("flo@kaya.example", "wrong").statusCode()).isEqualTo(302);
            attempt("nobody-" + i + "@kaya.example", "wrong");
        }
        failures.tell();
        failures.tell();
        assertThat(audited("flo", "sign_in.failed"))
                .singleElement()
                .asString()
                .contains("\"number\":\"7\"", "127.0.0.1");
        attempt("flo@kaya.example", "wrong");
        failures.tell();
        assertThat(audited("flo", "sign_in.failed")).hasSize(1);
        later(FailedSignIns.TOLD_EVERY);
        failures.tell();
        assertThat(audited("flo", "sign_in.failed")).hasSize(2);
    }

    @Test
    void opensThePagesThatNeedNoSignInAndNoOthers() throws Exception {
        for (String open : List.of("join?token=x", "forgot-password", "reset-password?token=x")) {
            assertThat(get(open, "").statusCode()).as(open).isEqualTo(200);
        }
        for (String closed : List.of("join/accept?token=x", "your-sign-in", "t/shop-mei/team")) {
            assertThat(get(closed, "").statusCode()).as(closed).isEqualTo(302);
        }
    }
}
