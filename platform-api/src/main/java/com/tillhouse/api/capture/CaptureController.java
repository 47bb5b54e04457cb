package com.tillhouse.api.capture;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.access.RequiresScope;
import com.tillhouse.api.idempotency.IdempotencyKeyMapper;
import com.tillhouse.api.idempotency.KeptReplyMapper;
import com.tillhouse.api.idempotency.KeyRequired;
import com.tillhouse.api.listing.ListReply;
import com.tillhouse.core.capture.usecase.CaptureReplyMapper;
import com.tillhouse.core.capture.usecase.CaptureResource;
import com.tillhouse.core.capture.usecase.FindCaptures;
import com.tillhouse.core.capture.usecase.RequestCapture;
import com.tillhouse.core.capture.usecase.SyncCapture;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Captures of authorised payments. */
@Tag(
        name = "Captures",
        description = "Money taken of an authorised payment, where the session was opened with capture_mode MANUAL.")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CaptureController {
    private final RequestCapture request;
    private final FindCaptures find;
    private final SyncCapture sync;
    private final CaptureRequestMapper requests;
    private final CaptureReplyMapper replies;

    CaptureController(
            RequestCapture request,
            FindCaptures find,
            SyncCapture sync,
            CaptureRequestMapper requests,
            CaptureReplyMapper replies) {
        this.request = request;
        this.find = find;
        this.sync = sync;
        this.requests = requests;
        this.replies = replies;
    }

    @Operation(
            operationId = "capture_payment",
            summary = "Capture an authorized payment",
            description =
                    "In part or in full; cards allow several captures, other methods one. `status` says how far it got: `processing` is followed up until it has `succeeded` or `failed`, and webhooks tell. The same key and the same meaning get the same bytes again.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The payment's id, pay_….")
    @KeyRequired
    @ApiResponse(
            responseCode = "201",
            description = "The capture was taken.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = CaptureResource.class)))
    @PostMapping(path = "/payments/{id}/captures", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope(Scope.PAYMENTS_WRITE)
    ResponseEntity<byte[]> capture(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest http,
            @PathVariable String id,
            @RequestBody CaptureRequest body) {
        IdempotencyKey key = IdempotencyKeyMapper.read(http, caller, "POST /v1/payments/{id}/captures");
        return KeptReplyMapper.http(request.capture(requests.command(body, caller, id, key), replies));
    }

    @Operation(operationId = "list_payment_captures", summary = "List the captures of a payment, oldest first")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The payment's id, pay_….")
    @ApiResponse(responseCode = "200", description = "All of them.", useReturnTypeSchema = true)
    @GetMapping("/payments/{id}/captures")
    @RequiresScope(Scope.PAYMENTS_READ)
    ListReply<CaptureResource> ofPayment(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return new ListReply<>(find.ofPayment(caller.tenant(), caller.mode(), id), false, null);
    }

    @Operation(operationId = "read_capture", summary = "Read a capture")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The capture's id, cap_….")
    @ApiResponse(responseCode = "200", description = "The capture as it is now.", useReturnTypeSchema = true)
    @GetMapping("/captures/{id}")
    @RequiresScope(Scope.PAYMENTS_READ)
    CaptureResource read(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return find.capture(caller.tenant(), caller.mode(), id);
    }

    @Operation(
            operationId = "sync_capture",
            summary = "Ask the provider now what became of a capture",
            description =
                    "Answers the capture as it is afterwards. When the provider does not answer, it stays as it was and is asked again later. There is never a second capture.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The capture's id, cap_….")
    @ApiResponse(responseCode = "200", description = "The capture as it is now.", useReturnTypeSchema = true)
    @PostMapping("/captures/{id}/sync")
    @RequiresScope(Scope.PAYMENTS_WRITE)
    CaptureResource sync(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return sync.sync(caller.tenant(), caller.mode(), id);
    }
}
