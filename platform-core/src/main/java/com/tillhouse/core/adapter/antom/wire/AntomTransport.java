package com.tillhouse.core.adapter.antom.wire;

import com.tillhouse.core.gateway.Outcome.Reason;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

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

    /**
     * What came back.
     *
     * @param headers by name, in any case
     */
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        List<String> values(String header) {
            return headers.getOrDefault(header, List.of());
        }
    }

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
        HttpResponse<byte[]> answer = await(client.sendAsync(request.build(), head -> new CappedBody()));
        return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
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
            throw broken(e);
        }
    }

    private static UnreliableAnswerException broken(ExecutionException e) {
        return e.getCause() instanceof UnreliableAnswerException judged
                ? judged
                : new UnreliableAnswerException(Reason.NO_ANSWER, "the exchange broke off: " + e.getCause());
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

    /** Collects a body and hangs up as soon as it grows past the cap, so that no answer fills the heap. */
    private static final class CappedBody implements HttpResponse.BodySubscriber<byte[]> {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private Flow.@Nullable Subscription source;

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (whole.isDone() || taken.size() + buffer.remaining() > MAX_BODY) {
                    hangUp();
                    return;
                }
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                taken.writeBytes(bytes);
            }
        }

        @Override
        public void onError(Throwable cause) {
            whole.completeExceptionally(cause);
        }

        @Override
        public void onComplete() {
            whole.complete(taken.toByteArray());
        }

        private void hangUp() {
            if (source != null) {
                source.cancel();
            }
            whole.completeExceptionally(new UnreliableAnswerException(
                    Reason.UNREADABLE, "the answer has more than " + MAX_BODY + " bytes"));
        }
    }
}
