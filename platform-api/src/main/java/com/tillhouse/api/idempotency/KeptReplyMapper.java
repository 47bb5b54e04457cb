package com.tillhouse.api.idempotency;

import com.tillhouse.core.idempotency.Reply;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Puts bytes that are kept with a key into HTTP, the first time and every other. */
public final class KeptReplyMapper {
    private static final String SOON = "2";

    private KeptReplyMapper() {}

    /** The answer, marked when it was given before. */
    public static ResponseEntity<byte[]> http(Reply reply) {
        boolean problem = HttpStatus.valueOf(reply.status()).isError();
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(reply.status())
                .contentType(problem ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON);
        if (reply.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        if (reply.status() == HttpStatus.GATEWAY_TIMEOUT.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer.body(reply.body());
    }
}
