package com.tillhouse.webhooks.notify;

import com.tillhouse.core.gateway.NotifyRoute;
import com.tillhouse.core.notification.domain.Envelope;
import com.tillhouse.core.notification.usecase.ReceiveNotification;
import com.tillhouse.core.notification.usecase.Reception;
import com.tillhouse.core.shared.AntomDay;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads raw bytes and answers Antom's fixed acknowledgement, or nothing (Antom: notification). What is answered in any other way, Antom sends
 * again.
 */
@RestController
class NotificationController {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationController.class);
    private static final byte[] ACKNOWLEDGEMENT =
            "{\"result\":{\"resultCode\":\"SUCCESS\",\"resultStatus\":\"S\",\"resultMessage\":\"success\"}}"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ReceiveNotification receive;
    private final NotifyGuard guard;
    private final InstantSource clock;

    NotificationController(ReceiveNotification receive, NotifyGuard guard, InstantSource clock) {
        this.receive = receive;
        this.guard = guard;
        this.clock = clock;
    }

    @PostMapping(NotifyRoute.PREFIX + "{route}")
    ResponseEntity<byte[]> receive(@PathVariable String route, HttpServletRequest request) throws IOException {
        if (!literally(route, request)) {
            return ResponseEntity.notFound().build();
        }
        Optional<byte[]> body = TimedBody.read(request.getInputStream(), ReceiveNotification.MAX_BODY, clock);
        if (body.isEmpty()) {
            return ResponseEntity.status(HttpStatus.REQUEST_TIMEOUT)
                    .header(HttpHeaders.CONNECTION, "close")
                    .build();
        }
        NotifyGuard.Source source = new NotifyGuard.Source(route, request.getRemoteAddr());
        try (NotifyGuard.Place place = guard.enter(source)) {
            return place == null ? comeAgain() : take(route, source, request, body.get());
        }
    }

    private static ResponseEntity<byte[]> comeAgain() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .build();
    }

    private ResponseEntity<byte[]> take(
            String route, NotifyGuard.Source source, HttpServletRequest request, byte[] body) {
        Envelope envelope = new Envelope(
                route, only(request, "client-id"), only(request, "request-time"), only(request, "signature"), body);
        Reception reception = receive.receive(envelope);
        if (!(reception instanceof Reception.Acknowledged)) {
            guard.refused(source);
        }
        return switch (reception) {
            case Reception.Acknowledged taken -> acknowledge(taken.clientId());
            case Reception.UnknownRoute nobody -> ResponseEntity.notFound().build();
            case Reception.TooLarge large ->
                ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
            case Reception.Refused refused -> {
                LOG.warn("Refused a notification to gateway account {}: {}", refused.accountId(), refused.reason());
                yield ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
            }
        };
    }

    /** Spring would list the methods. */
    @RequestMapping(path = NotifyRoute.PREFIX + "{route}", method = RequestMethod.OPTIONS)
    ResponseEntity<Void> tellNothing() {
        return ResponseEntity.notFound().build();
    }

    private ResponseEntity<byte[]> acknowledge(String clientId) {
        String now = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(AntomDay.OFFSET));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("client-id", clientId)
                .header("response-time", now)
                .body(ACKNOWLEDGEMENT);
    }

    /** Only the path as it was told to Antom: nothing encoded, no parameters, no query. */
    private static boolean literally(String route, HttpServletRequest request) {
        return request.getQueryString() == null && request.getRequestURI().equals(NotifyRoute.PREFIX + route);
    }

    /** A header that is there exactly once. */
    private static String only(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.size() == 1 ? values.getFirst() : "";
    }
}
