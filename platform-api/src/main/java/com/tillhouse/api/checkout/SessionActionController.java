package com.tillhouse.api.checkout;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.access.RequiresScope;
import com.tillhouse.api.idempotency.FingerprintMapper;
import com.tillhouse.api.idempotency.IdempotencyKeyMapper;
import com.tillhouse.api.idempotency.KeptReplyMapper;
import com.tillhouse.api.idempotency.KeyRequired;
import com.tillhouse.core.checkout.usecase.CheckoutSessionResource;
import com.tillhouse.core.checkout.usecase.RetryCheckoutSession;
import com.tillhouse.core.checkout.usecase.RetryCheckoutSessionCommand;
import com.tillhouse.core.idempotency.ActOnce;
import com.tillhouse.core.idempotency.ActOnceCommand;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.tenant.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with a checkout session that is open. */
@Tag(name = "Checkout sessions")
@RestController
@RequestMapping(path = CheckoutSessionController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class SessionActionController {
    private static final String ROUTE = "POST " + CheckoutSessionController.PATH + "/{id}/";

    private final ActOnce once;
    private final ClosingDeeds deeds;
    private final RetryCheckoutSession retry;
    private final FingerprintMapper fingerprints;
    private final ReplyMapper replies;

    SessionActionController(
            ActOnce once,
            ClosingDeeds deeds,
            RetryCheckoutSession retry,
            FingerprintMapper fingerprints,
            ReplyMapper replies) {
        this.once = once;
        this.deeds = deeds;
        this.retry = retry;
        this.fingerprints = fingerprints;
        this.replies = replies;
    }

    @Operation(
            operationId = "expire_checkout_session",
            summary = "End a checkout session before its time",
            description = "Its open payment is cancelled at the provider first, so that nobody can pay it any more.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The session's id, cs_….")
    @KeyRequired
    @ApiResponse(
            responseCode = "200",
            description = "The session has expired.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = CheckoutSessionResource.class)))
    @PostMapping("/{id}/expire")
    @RequiresScope(Scope.SESSIONS_WRITE)
    ResponseEntity<byte[]> expire(
            @AuthenticationPrincipal Caller caller, HttpServletRequest http, @PathVariable String id) {
        IdempotencyKey key = IdempotencyKeyMapper.read(http, caller, ROUTE + "expire");
        ActOnceCommand command = new ActOnceCommand(caller.tenant(), id, key, fingerprints.of(id));
        return KeptReplyMapper.http(once.act(command, deeds.expire(caller, id)));
    }

    @Operation(
            operationId = "retry_checkout_session",
            summary = "Open the next payment of a checkout session",
            description =
                    "The payment before is closed at the provider first, so that never two can be paid. If that is not certain yet, the answer is `previous_attempt_open`; send the same request again.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The session's id, cs_….")
    @KeyRequired
    @ApiResponse(
            responseCode = "201",
            description = "The session with its new payment; `url` is the new page.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = CheckoutSessionResource.class)))
    @PostMapping("/{id}/retry")
    @RequiresScope(Scope.SESSIONS_WRITE)
    ResponseEntity<byte[]> retry(
            @AuthenticationPrincipal Caller caller, HttpServletRequest http, @PathVariable String id) {
        IdempotencyKey key = IdempotencyKeyMapper.read(http, caller, ROUTE + "retry");
        RetryCheckoutSessionCommand command =
                new RetryCheckoutSessionCommand(caller.tenant(), id, key, fingerprints.of(id));
        return KeptReplyMapper.http(retry.retry(command, replies.at(http.getRequestURI())));
    }
}
