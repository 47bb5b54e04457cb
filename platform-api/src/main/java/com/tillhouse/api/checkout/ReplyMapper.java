package com.tillhouse.api.checkout;

import com.tillhouse.api.problem.ProblemMapper;
import com.tillhouse.core.checkout.usecase.CheckoutSessionResource;
import com.tillhouse.core.checkout.usecase.SessionReplyMapper;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.idempotency.Reply;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Puts the end of an opening into bytes that are kept with the key, and those bytes into HTTP, the first time and every other. */
final class ReplyMapper implements SessionReplyMapper {
    private final ProblemMapper problems;
    private final JsonMapper json;

    ReplyMapper(ProblemMapper problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public Reply opened(CheckoutSessionResource session) {
        return Reply.first(HttpStatus.CREATED.value(), json.writeValueAsBytes(session));
    }

    @Override
    public Reply declined(CheckoutSessionResource session, ProviderResult result) {
        return Reply.first(
                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                json.writeValueAsBytes(problems.declined(session.id(), result, CheckoutSessionController.PATH)));
    }

    static ResponseEntity<byte[]> http(Reply reply) {
        boolean problem = HttpStatus.valueOf(reply.status()).isError();
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(reply.status())
                .contentType(problem ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON);
        if (reply.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(reply.body());
    }
}
