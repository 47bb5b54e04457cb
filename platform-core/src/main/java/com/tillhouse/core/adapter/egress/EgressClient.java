package com.tillhouse.core.adapter.egress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The only class that opens connections to servers that merchants name. Connects only where the guarding resolver leads; follows no redirect, uses
 * no proxy, keeps no cookie, unpacks nothing, reads at most 16 KiB, and is back within the deadline whatever the other side does.
 */
final class EgressClient implements AutoCloseable {
    private static final int LONGEST_READ = 16 * 1024;
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final int MOST_HEADERS = 64;
    private static final TimeValue IDLE = TimeValue.ofSeconds(20);
    private static final TimeValue OLDEST = TimeValue.ofMinutes(1);
    private final CloseableHttpClient http;
    private final Duration deadline;
    private final ExecutorService exchanges = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("egress-", 0).factory());

    EgressClient(EgressSettings settings, DnsResolver resolver) {
        this.deadline = settings.deadline();
        this.http = HttpClients.custom()
                .setConnectionManager(connections(settings, resolver))
                .setDefaultRequestConfig(requests(settings))
                .evictIdleConnections(IDLE)
                .evictExpiredConnections()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    /** Posts JSON and waits for the answer, or for the deadline. Every failure is an answer. */
    EgressAnswer post(URI url, Map<String, String> headers, String json) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(json.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        Future<EgressAnswer> exchange = exchanges.submit(() -> exchange(request));
        try {
            return exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            request.cancel();
            return EgressAnswer.failed(EgressFailure.DEADLINE);
        } catch (ExecutionException e) {
            return EgressAnswer.failed(EgressFailure.word(e.getCause()));
        } catch (InterruptedException e) {
            request.cancel();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling out; the outcome is unknown", e);
        }
    }

    /** What was not read to its end is dropped with its connection; closing it politely would read on. */
    private EgressAnswer exchange(HttpPost request) throws IOException {
        HttpHost target = new HttpHost(request.getScheme(), request.getAuthority());
        try {
            ClassicHttpResponse response = http.executeOpen(target, request, null);
            byte[] head = head(response.getEntity());
            Header retryAfter = response.getFirstHeader("Retry-After");
            return new EgressAnswer(response.getCode(), null, head, retryAfter == null ? null : retryAfter.getValue());
        } finally {
            request.cancel();
        }
    }

    private static byte[] head(@Nullable HttpEntity entity) throws IOException {
        return entity == null ? new byte[0] : entity.getContent().readNBytes(LONGEST_READ);
    }

    private static PoolingHttpClientConnectionManager connections(EgressSettings settings, DnsResolver resolver) {
        Http1Config limits = Http1Config.custom()
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxLineLength(LONGEST_HEADER)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.deadline()))
                        .setTimeToLive(OLDEST)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(Timeout.of(settings.connectTimeout()))
                        .build())
                .setMaxConnTotal(settings.connections())
                .setMaxConnPerRoute(settings.connections())
                .build();
    }

    private static RequestConfig requests(EgressSettings settings) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.deadline()))
                .setResponseTimeout(Timeout.of(settings.deadline()))
                .setDefaultKeepAlive(IDLE.getDuration(), IDLE.getTimeUnit())
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        exchanges.close();
    }
}
