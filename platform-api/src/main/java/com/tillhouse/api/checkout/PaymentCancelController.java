package com.tillhouse.api.checkout;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.access.RequiresScope;
import com.tillhouse.api.idempotency.FingerprintMapper;
import com.tillhouse.api.idempotency.IdempotencyKeyMapper;
import com.tillhouse.api.idempotency.KeptReplyMapper;
import com.tillhouse.api.idempotency.KeyRequired;
import com.tillhouse.core.checkout.usecase.PaymentResource;
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

/** Cancels payments. */
@Tag(name = "Payments")
@RestController
@RequestMapping(path = "/v1/payments", produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentCancelController {
    private final ActOnce once;
    private final ClosingDeeds deeds;
    private final FingerprintMapper fingerprints;

    PaymentCancelController(ActOnce once, ClosingDeeds deeds, FingerprintMapper fingerprints) {
        this.once = once;
        this.deeds = deeds;
        this.fingerprints = fingerprints;
    }

    @Operation(
            operationId = "cancel_payment",
            summary = "Cancel a payment",
            description =
                    "Before it is paid, nobody can pay it any more; after, all of it goes back to the buyer, until 00:15 (GMT+8) of the day after payment. When the provider's answer is not clear, the answer is `gateway_timeout`: the cancel is repeated until it is, and the same key asks for it.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The payment's id, pay_….")
    @KeyRequired
    @ApiResponse(
            responseCode = "200",
            description = "The payment is canceled.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PaymentResource.class)))
    @PostMapping("/{id}/cancel")
    @RequiresScope(Scope.PAYMENTS_WRITE)
    ResponseEntity<byte[]> cancel(
            @AuthenticationPrincipal Caller caller, HttpServletRequest http, @PathVariable String id) {
        IdempotencyKey key = IdempotencyKeyMapper.read(http, caller, "POST /v1/payments/{id}/cancel");
        ActOnceCommand command = new ActOnceCommand(caller.tenant(), id, key, fingerprints.of(id));
        return KeptReplyMapper.http(once.act(command, deeds.cancel(caller, id, http.getRequestURI())));
    }
}
