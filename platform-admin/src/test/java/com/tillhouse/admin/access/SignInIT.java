package com.tillhouse.admin.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.admin.AdminApplication;
import com.tillhouse.admin.AdminTestApp;
import com.tillhouse.admin.DemoFixture;
import com.tillhouse.core.TestPostgres;
import com.tillhouse.core.factor.usecase.ProveSecondFactor;
import com.tillhouse.core.tenant.Role;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = {AdminApplication.class, SignInIT.Seed.class},
        properties = "spring.config.name=platform-admin",
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class SignInIT {
    private static final TestPostgres.Database DATABASE = TestPostgres.fresh();
    private static final String COOKIE = "TILLHOUSE_ADMIN=";

    private final HttpClient browser = HttpClient.newHttpClient();

    @Autowired
    Seed seed;

    @LocalManagementPort
    int health;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        AdminTestApp.register(registry, DATABASE);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Seed {
        @Nullable
        AppFixture ana;

        @Bean
        ApplicationRunner fill(BeanFactory beans) {
            return arguments -> {
                DemoFixture demo = new DemoFixture(beans);
                Instant start = Instant.parse("2026-11-01T08:00:00Z");
                var kaya = demo.tenant("kaya", "Kaya", start);
                demo.member(kaya, "mei@kaya.example", Role.OWNER);
                demo.member(kaya, "locked@kaya.example", Role.OWNER);
                ana = AppFixture.enrol(beans, demo.member(kaya, "ana@kaya.example", Role.OWNER));
                AppFixture.enrol(beans, demo.member(kaya, "eve@kaya.example", Role.OWNER));
            };
        }
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return browser.send(request(path).header("Cookie", cookie).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String email, String password, String cookie, String origin)
            throws IOException, InterruptedException {
        String form = "email=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return post(form, cookie, origin);
    }

    private HttpResponse<String> post(String form, String cookie, String origin)
            throws IOException, InterruptedException {
        return browser.send(
                request("sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie)
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(home() + "/" + path));
    }

    private String home() {
        return "http://localhost:" + port;
    }

    private String attempt(String email, String password) throws IOException, InterruptedException {
        HttpResponse<String> reply = signIn(email, password, "", home());
        assertThat(reply.statusCode()).isEqualTo(302);
        return location(reply);
    }

    private String location(HttpResponse<String> reply) {
        return reply.headers().firstValue("Location").orElse("").replace(home(), "");
    }

    private static String cookie(HttpResponse<String> reply) {
        return reply.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(COOKIE))
                .findFirst()
                .orElse("");
    }

    @Test
    void changesTheSessionWhenSomebodySignsIn() throws IOException, InterruptedException {
        HttpResponse<String> before = get("", "");
        assertThat(location(before)).isEqualTo("/sign-in");
        String old = cookie(before);
        assertThat(old).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
        HttpResponse<String> after = signIn("mei@kaya.example", DemoFixture.PASSWORD, old.split(";", 2)[0], home());
        assertThat(location(after)).isEqualTo("/");
        String fresh = cookie(after).split(";", 2)[0];
        assertThat(fresh).startsWith(COOKIE).isNotEqualTo(old.split(";", 2)[0]);
        assertThat(get("", fresh).statusCode()).isEqualTo(200);
        assertThat(location(get("", old.split(";", 2)[0]))).isEqualTo("/sign-in");
    }

    @Test
    void endsAlikeForUnknownEmailAndWrongPassword() throws IOException, InterruptedException {
        assertThat(attempt("mei@kaya.example", "wrong")).isEqualTo("/sign-in?error");
        assertThat(attempt("nobody@kaya.example", DemoFixture.PASSWORD)).isEqualTo("/sign-in?error");
        assertThat(attempt("not an e-mail", "")).isEqualTo("/sign-in?error");
    }

    @Test
    void refusesEvenTheRightPasswordAfterTooManyFailures() throws IOException, InterruptedException {
        for (int i = 0; i < SignInThrottlePolicy.MOST_BY_PAIR; i++) {
            assertThat(attempt("locked@kaya.example", "wrong")).isEqualTo("/sign-in?error");
        }
        assertThat(attempt("locked@kaya.example", DemoFixture.PASSWORD)).isEqualTo("/sign-in?wait");
        assertThat(attempt("mei@kaya.example", DemoFixture.PASSWORD)).isEqualTo("/");
    }

    private HttpResponse<String> code(String code, String cookie) throws IOException, InterruptedException {
        return post("code=" + URLEncoder.encode(code, StandardCharsets.UTF_8), cookie, home());
    }

    @Test
    void letsNobodyInByThePasswordAloneWhoHasASecondFactor() throws IOException, InterruptedException {
        HttpResponse<String> half = signIn("ana@kaya.example", DemoFixture.PASSWORD, "", home());
        assertThat(location(half)).isEqualTo("/sign-in/code");
        String cookie = cookie(half).split(";", 2)[0];
        for (String page : new String[] {"", "t/kaya/payments", "security"}) {
            assertThat(location(get(page, cookie))).as(page).isEqualTo("/sign-in");
        }
        assertThat(get("sign-in/code", cookie).statusCode()).isEqualTo(200);
        HttpResponse<String> wrong = code("000000x", cookie);
        assertThat(location(wrong)).isEqualTo("/sign-in/code?error");
        cookie = cookie(wrong).split(";", 2)[0];
        assertThat(location(get("", cookie))).isEqualTo("/sign-in");
        String right = Objects.requireNonNull(seed.ana).nextCode();
        HttpResponse<String> in = code(right, cookie);
        assertThat(location(in)).isEqualTo("/");
        String fresh = cookie(in).split(";", 2)[0];
        assertThat(fresh).isNotEqualTo(cookie);
        assertThat(get("", fresh).statusCode()).isEqualTo(200);
        assertThat(location(get("", cookie))).isEqualTo("/sign-in");
        HttpResponse<String> again = signIn("ana@kaya.example", DemoFixture.PASSWORD, "", home());
        assertThat(location(code(right, cookie(again).split(";", 2)[0]))).isEqualTo("/sign-in/code?error");
    }

    @Test
    void takesNoCodeWithoutTheFirstStep() throws IOException, InterruptedException {
        assertThat(location(code("123456", ""))).isEqualTo("/sign-in?again");
        assertThat(location(get("", ""))).isEqualTo("/sign-in");
    }

    @Test
    void stopsGuessingOfCodes() throws IOException, InterruptedException {
        HttpResponse<String> half = signIn("eve@kaya.example", DemoFixture.PASSWORD, "", home());
        for (int i = 0; i < ProveSecondFactor.MOST_ATTEMPTS; i++) {
            half = code("00000" + i + "x", cookie(half).split(";", 2)[0]);
            assertThat(location(half)).isEqualTo("/sign-in/code?error");
        }
        assertThat(location(code("000000", cookie(half).split(";", 2)[0]))).isEqualTo("/sign-in/code?wait");
    }

    @Test
    void refusesAPasskeyThatNobodyAskedFor() throws IOException, InterruptedException {
        HttpResponse<String> reply = post("passkey=%7B%7D", "", home());
        assertThat(location(reply)).isEqualTo("/sign-in?passkey");
    }

    @Test
    void refusesPostsThatAnotherSiteMakesABrowserSend() throws IOException, InterruptedException {
        assertThat(signIn("mei@kaya.example", DemoFixture.PASSWORD, "", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(signIn("mei@kaya.example", DemoFixture.PASSWORD, "", "null").statusCode())
                .isEqualTo(403);
    }

    /** A password goes in by the right door, by the wrong one, with a foreign origin and in an address; nothing of it comes out. */
    @Test
    void writesNoPasswordDown(CapturedOutput output) throws IOException, InterruptedException {
        String planted = "planted-password-9zq4";
        List<String> pages = List.of(
                signIn("nobody@kaya.example", planted, "", "http://localhost:" + port)
                        .body(),
                signIn(planted, planted, "", "http://localhost:" + port).body(),
                signIn("nobody@kaya.example", planted, "", "https://evil.example")
                        .body(),
                get("sign-in?error&password=" + planted, "").body(),
                get(planted, COOKIE + planted).body());
        signIn("mei@kaya.example", DemoFixture.PASSWORD, "", "http://localhost:" + port);
        assertThat(pages).allSatisfy(page -> assertThat(page).doesNotContain(planted));
        assertThat(output.getAll()).doesNotContain(planted, DemoFixture.PASSWORD);
        LoggerFactory.getLogger(SignInIT.class).warn("canary {}", planted);
        assertThat(output.getAll()).as("what is written is seen here").contains(planted);
    }

    @Test
    void sendsItsPoliciesWithEveryPage() throws IOException, InterruptedException {
        HttpResponse<String> page = get("sign-in", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Permissions-Policy").orElse("")).contains("camera=()");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(page.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }

    @Test
    void tellsItsHealthOnAPortOfItsOwnAndOpensNothingElse() throws IOException, InterruptedException {
        assertThat(at(health, "actuator/health")).isEqualTo(200);
        for (String path : List.of("actuator", "actuator/env", "actuator/heapdump", "actuator/metrics")) {
            assertThat(at(health, path)).as(path).isNotEqualTo(200);
        }
        for (String path : List.of(
                "actuator/health",
                "actuator/env",
                "VAADIN/dev-server",
                "VAADIN/generated/index.ts",
                "vite.generated.ts",
                "h2-console",
                "v3/api-docs",
                "WEB-INF/web.xml",
                ".git/config")) {
            assertThat(at(port, path)).as(path).isNotEqualTo(200);
        }
    }

    private static int at(int where, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + where + "/" + path))
                .GET()
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
