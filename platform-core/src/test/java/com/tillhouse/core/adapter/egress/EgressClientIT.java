package com.tillhouse.core.adapter.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import com.tillhouse.core.webhook.ReceiverFixture;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EgressClientIT {
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private final EgressSettings settings = new EgressSettings(true, List.of(), Duration.ofSeconds(1), DEADLINE, 8);
    private final Queue<String> names = new ArrayDeque<>();
    private final GuardingResolver resolver = new GuardingResolver(
            host -> new InetAddress[] {InetAddress.ofLiteral(names.remove())},
            new AddressPolicy(List.of()),
            new LocalHosts(true));
    private final EgressClient client = new EgressClient(settings, resolver);

    @AfterEach
    void close() {
        client.close();
    }

    private EgressAnswer post(String url) {
        return client.post(URI.create(url), Map.of(), "{}");
    }

    @Test
    void neverConnectsToANameThatLeadsInsideAtTheSecondLook() {
        try (ReceiverFixture inside = new ReceiverFixture()) {
            names.addAll(List.of("93.184.216.34", "127.0.0.1"));
            String url = inside.url().replace("localhost", "rebound.example.com");
            EgressUrlPolicy policy = new EgressUrlPolicy(resolver, new LocalHosts(false));

            assertThat(policy.refusal("https://rebound.example.com/hook")).isEmpty();
            assertThat(post(url).error()).isEqualTo("address_refused");
            assertThat(inside.received()).isEmpty();
        }
    }

    @Test
    void neverConnectsToAnAddressWrittenOut() {
        try (ReceiverFixture inside = new ReceiverFixture()) {
            String port = inside.url().replaceAll("\\D", "");
            for (String host : List.of("127.0.0.2", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]")) {
                names.add(host.replaceAll("[\\[\\]]", ""));
                assertThat(post("http://" + host + ":" + port + "/").error()).isEqualTo("address_refused");
            }
            assertThat(inside.received()).isEmpty();
        }
    }

    @Test
    void cutsAnAnswerThatDripsItsHeaders() throws IOException {
        try (ServerSocket server = listening()) {
            answer(server, socket -> {
                socket.getOutputStream().write("HTTP/1.1 200 OK\r\nx: ".getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    socket.getOutputStream().write('a');
                    socket.getOutputStream().flush();
                    java.util.concurrent.locks.LockSupport.parkNanos(
                            Duration.ofMillis(20).toNanos());
                }
            });
            long started = System.nanoTime();

            assertThat(post(url(server)).error()).isEqualTo("deadline_exceeded");
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(DEADLINE.plusSeconds(10));
        }
    }

    @Test
    void refusesAnAnswerWithTooManyOrTooLongHeaders() throws IOException {
        for (String headers : List.of("x: y\r\n".repeat(5000), "x: " + "y".repeat(100_000) + "\r\n")) {
            try (ServerSocket server = listening()) {
                answer(
                        server,
                        socket -> socket.getOutputStream()
                                .write(("HTTP/1.1 200 OK\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII)));
                assertThat(post(url(server)).error()).isNotNull();
            }
        }
    }

    @Test
    void stopsReadingALongAnswerEarly() throws Exception {
        AtomicInteger written = new AtomicInteger();
        try (ReceiverFixture receiver = new ReceiverFixture()) {
            receiver.then(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] block = new byte[64 * 1024];
                for (int i = 0; i < 2000; i++) {
                    exchange.getResponseBody().write(block);
                    written.addAndGet(block.length);
                }
            });

            EgressAnswer answer = post(receiver.url());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.head()).hasSize(16 * 1024);
        }
        assertThat(written.get()).isLessThan(100_000_000);
    }

    @Test
    void doesNotUnpackAnAnswer() {
        byte[] packed = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
        try (ReceiverFixture receiver = new ReceiverFixture()) {
            receiver.then(exchange -> {
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                exchange.getResponseHeaders().add("Set-Cookie", "a=b");
                exchange.sendResponseHeaders(200, packed.length);
                exchange.getResponseBody().write(packed);
            });

            assertThat(post(receiver.url()).head()).isEqualTo(packed);
            post(receiver.url());
            assertThat(receiver.received())
                    .allSatisfy(request ->
                            assertThat(request.headers()).doesNotContainKeys("Cookie", "Accept-Encoding", "Upgrade"));
        }
    }

    @Test
    void sendsNothingToAServerWhoseCertificateNobodyTrusts() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        });
        server.start();

        try (EgressClient patient = new EgressClient(patient(), resolver)) {
            URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
            assertThat(patient.post(url, Map.of(), "{}").error()).isEqualTo("tls_failed");
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasValue(0);
    }

    /** The first handshake of a JVM takes a while on a busy machine. */
    private static EgressSettings patient() {
        return new EgressSettings(true, List.of(), Duration.ofSeconds(20), Duration.ofSeconds(20), 1);
    }

    @Test
    void saysWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket server = listening()) {
            port = server.getLocalPort();
        }

        assertThat(post("http://localhost:" + port + "/").error()).isEqualTo("connection_refused");
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    }

    private static String url(ServerSocket server) {
        return "http://localhost:" + server.getLocalPort() + "/";
    }

    private interface Behaviour {
        void on(Socket socket) throws IOException;
    }

    private static void answer(ServerSocket server, Behaviour behaviour) {
        Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                behaviour.on(socket);
            } catch (IOException e) {
                assertThat(e).as("the other side hung up, as it should").isNotNull();
            }
        });
    }

    private static SSLContext selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
        Path file = Files.createTempDirectory("egress").resolve("self-signed.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "a",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
