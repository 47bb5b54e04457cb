package com.tillhouse.core.adapter.antom.wire;

import com.tillhouse.core.gateway.Outcome.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Sends one request and answers with what came back, whatever it is. The SDK's own transport trusts any certificate, follows redirects and has
 * no end; this one trusts what the JDK trusts, follows nothing, takes at most 256 KiB and ends by cancelling the whole exchange, so that an
 * answer that drips byte by byte ends too. A request is never sent twice.
 */
public final class AntomTransport {
    static final int MAX_BODY = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration DEADLINE = Duration.ofSeconds(12);
    private static final String[] TLS = {"TLSv1.3", "TLSv1.2"};

    private final HttpClient client;
    private final Duration deadline;

    /** Trusts what the JDK trusts. */
    public AntomTransport() {
        this(builder().build(), DEADLINE);
    }

    /** Trusts what this context trusts, and waits as long as this: for tests against a server of their own. */
    AntomTransport(SSLContext trust, Duration deadline) {
        this(builder().sslContext(trust).build(), deadline);
    }

    /** Waits as long as this: for tests. */
    AntomTransport(Duration deadline) {
        this(builder().build(), deadline);
    }

    private AntomTransport(HttpClient client, Duration deadline) {
        this.client = client;
        this.deadline = deadline;
    }

    /** What came back. */
    record Answer(int status, HttpHeaders headers, byte[] body) {}

    /**
     * Posts the body and waits for the whole answer.
     *
     * @throws UnreliableAnswerException when no whole answer came in time, or one too large
     */
    Answer post(URI target, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .header("User-Agent", "tillhouse");
        headers.forEach(request::setHeader);
        HttpResponse<byte[]> answer = await(client.sendAsync(request.build(), head -> new CappedBody(MAX_BODY)));
        return new Answer(answer.statusCode(), answer.headers(), answer.body());
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange) {
        try {
            return exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new UnreliableAnswerException(Reason.NO_ANSWER, "no whole answer within " + deadline);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnreliableAnswerException(Reason.NO_ANSWER, "the wait for the answer was interrupted");
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        }
    }

    private static UnreliableAnswerException broken(Throwable cause) {
        return cause instanceof UnreliableAnswerException judged
                ? judged
                : new UnreliableAnswerException(Reason.NO_ANSWER, "the exchange broke off: " + cause);
    }

    private static HttpClient.Builder builder() {
        SSLParameters tls = new SSLParameters();
        tls.setProtocols(TLS);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslParameters(tls)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
    }
}
