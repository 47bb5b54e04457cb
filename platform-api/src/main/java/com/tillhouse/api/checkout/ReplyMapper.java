package com.tillhouse.api.checkout;

import com.tillhouse.api.problem.ProblemMapper;
import com.tillhouse.core.checkout.usecase.CheckoutSessionResource;
import com.tillhouse.core.checkout.usecase.SessionReplyMapper;
import com.tillhouse.core.gateway.ProviderResult;
import com.tillhouse.core.idempotency.Reply;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts the end of an opening into bytes that are kept with the key. */
final class ReplyMapper implements SessionReplyMapper {
    private final ProblemMapper problems;
    private final JsonMapper json;
    private final String instance;

    ReplyMapper(ProblemMapper problems, JsonMapper json, String instance) {
        this.problems = problems;
        this.json = json;
        this.instance = instance;
    }

    /** The same for a call of another address. */
    ReplyMapper at(String address) {
        return new ReplyMapper(problems, json, address);
    }

    @Override
    public Reply opened(CheckoutSessionResource session) {
        return Reply.first(HttpStatus.CREATED.value(), json.writeValueAsBytes(session));
    }

    @Override
    public Reply openedFor(CheckoutSessionResource session, List<String> sameOrder) {
        if (sameOrder.isEmpty()) {
            return opened(session);
        }
        ObjectNode body = json.valueToTree(session);
        body.set("warnings", json.valueToTree(List.of(SessionWarningResource.orderAlreadyOpen(sameOrder))));
        return Reply.first(HttpStatus.CREATED.value(), json.writeValueAsBytes(body));
    }

    @Override
    public Reply declined(CheckoutSessionResource session, ProviderResult result) {
        return Reply.first(
                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                json.writeValueAsBytes(problems.declined(session.id(), result, instance)));
    }
}
