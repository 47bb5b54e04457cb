package com.tillhouse.sandbox.notification;

import com.tillhouse.sandbox.client.MerchantClient;
import com.tillhouse.sandbox.fault.FaultKind;
import com.tillhouse.sandbox.protocol.ProtocolTime;
import com.tillhouse.sandbox.protocol.RsaKeys;
import com.tillhouse.sandbox.protocol.SignatureHeader;
import com.tillhouse.sandbox.protocol.SignedContent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs a notification and posts it, once, or twice when a fault asks for it. */
public final class NotificationSender implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final long LONGEST_REPLY = 64 * 1024;

    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public NotificationSender(InstantSource clock) {
        this.clock = clock;
    }

    /** Makes the next attempt. What goes wrong on the way is part of the result. */
    public List<DeliveryAttempt> attempt(Notification notification, MerchantClient client) {
        int round = notification.rounds() + 1;
        boolean first = round == 1;
        boolean tampered = first && notification.fault() == FaultKind.TAMPER;
        int copies = first && notification.fault() == FaultKind.DUPLICATE ? 2 : 1;
        List<DeliveryAttempt> made = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            made.add(send(notification, client, round, tampered));
        }
        return made;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private DeliveryAttempt send(Notification notification, MerchantClient client, int round, boolean tampered) {
        Instant now = clock.instant();
        URI uri = URI.create(notification.url());
        String time = ProtocolTime.format(now);
        SignedContent content = new SignedContent(target(uri), client.clientId(), time, notification.body());
        String signature = new SignatureHeader(
                        client.latestKeyVersion(), RsaKeys.sign(content, RsaKeys.readPrivate(client.antomPrivateKey())))
                .format();
        String body = tampered ? notification.body().replace("\"value\":\"", "\"value\":\"1") : notification.body();
        Sent sent = new Sent(round, now, time, signature, tampered ? body : null);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header("Content-Type", "application/json; charset=UTF-8")
                .header("client-id", client.clientId())
                .header("Request-Time", time)
                .header("Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return exchange(request, sent);
    }

    private DeliveryAttempt exchange(HttpRequest request, Sent sent) {
        try {
            HttpResponse<String> reply = http.send(
                    request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_REPLY));
            return sent.answered(reply.statusCode(), reply.body());
        } catch (IOException e) {
            String why = e.getMessage();
            return sent.unanswered(e.getClass().getSimpleName() + (why == null ? "" : ": " + why));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sent.unanswered("the sandbox was stopped");
        }
    }

    /** The part of the URL that is signed: path and query as the merchant wrote them. */
    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private record Sent(
            int round,
            Instant at,
            String time,
            String signature,
            @Nullable String changedBody) {

        DeliveryAttempt answered(int status, String body) {
            String problem = Acknowledgement.problemOf(status, body);
            return new DeliveryAttempt(round, at, time, signature, changedBody, status, body, problem == null, problem);
        }

        DeliveryAttempt unanswered(String problem) {
            return new DeliveryAttempt(round, at, time, signature, changedBody, null, null, false, problem);
        }
    }
}
