package com.tillhouse.api.refund;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.access.RequiresScope;
import com.tillhouse.api.idempotency.IdempotencyKeyMapper;
import com.tillhouse.api.idempotency.KeptReplyMapper;
import com.tillhouse.api.idempotency.KeyRequired;
import com.tillhouse.api.listing.ListMapper;
import com.tillhouse.api.listing.ListParameters;
import com.tillhouse.api.listing.ListQuery;
import com.tillhouse.api.listing.ListReply;
import com.tillhouse.core.idempotency.IdempotencyKey;
import com.tillhouse.core.refund.domain.RefundFilter;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.refund.usecase.FindRefunds;
import com.tillhouse.core.refund.usecase.RefundReplyMapper;
import com.tillhouse.core.refund.usecase.RefundResource;
import com.tillhouse.core.refund.usecase.RequestRefund;
import com.tillhouse.core.refund.usecase.SyncRefund;
import com.tillhouse.core.tenant.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Refunds of payments. */
@Tag(name = "Refunds", description = "Money that goes back to the buyer, in part or in full.")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class RefundController {
    private static final Set<String> FILTERS =
            Set.of("needs_review", "payment", "status", "created[gte]", "created[lt]");

    private final RequestRefund request;
    private final FindRefunds find;
    private final SyncRefund sync;
    private final RefundRequestMapper requests;
    private final RefundReplyMapper replies;
    private final ListMapper lists;

    RefundController(
            RequestRefund request,
            FindRefunds find,
            SyncRefund sync,
            RefundRequestMapper requests,
            RefundReplyMapper replies,
            ListMapper lists) {
        this.request = request;
        this.find = find;
        this.sync = sync;
        this.requests = requests;
        this.replies = replies;
        this.lists = lists;
    }

    @Operation(
            operationId = "refund_payment",
            summary = "Refund a payment",
            description =
                    "In part or in full, as often as something is left. `status` says how far it got: `processing` is followed up until it has `succeeded` or `failed`, and webhooks tell. The same key and the same meaning get the same bytes again.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The payment's id, pay_….")
    @KeyRequired
    @ApiResponse(
            responseCode = "201",
            description = "The refund was taken.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = RefundResource.class)))
    @PostMapping(path = "/payments/{id}/refunds", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope(Scope.REFUNDS_WRITE)
    ResponseEntity<byte[]> refund(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest http,
            @PathVariable String id,
            @RequestBody RefundRequest body) {
        IdempotencyKey key = IdempotencyKeyMapper.read(http, caller, "POST /v1/payments/{id}/refunds");
        return KeptReplyMapper.http(request.refund(requests.command(body, caller, id, key), replies));
    }

    @Operation(operationId = "read_refund", summary = "Read a refund")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The refund's id, re_….")
    @ApiResponse(responseCode = "200", description = "The refund as it is now.", useReturnTypeSchema = true)
    @GetMapping("/refunds/{id}")
    @RequiresScope(Scope.REFUNDS_READ)
    RefundResource read(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return find.refund(caller.tenant(), caller.mode(), id);
    }

    @Operation(operationId = "list_refunds", summary = "List refunds, newest first")
    @Parameter(name = "payment", in = ParameterIn.QUERY, description = "Only of this payment.")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only in this status.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"processing", "succeeded", "failed"}))
    @Parameter(
            name = "needs_review",
            in = ParameterIn.QUERY,
            description = "Only those that a person must look at (`true`), or only the others (`false`).",
            schema = @Schema(type = "boolean"))
    @ListParameters
    @ApiResponse(responseCode = "200", description = "A slice of the list.", useReturnTypeSchema = true)
    @GetMapping("/refunds")
    @RequiresScope(Scope.REFUNDS_READ)
    ResponseEntity<ListReply<RefundResource>> list(@AuthenticationPrincipal Caller caller, HttpServletRequest http) {
        ListQuery query = lists.read(http, caller, FILTERS);
        RefundFilter filter = new RefundFilter(
                caller.mode(),
                query.text("payment"),
                query.word("status", RefundStatus.class),
                query.yes("needs_review"),
                query.time("created[gte]"),
                query.time("created[lt]"),
                query.after(),
                query.limit());
        return lists.reply(http, caller, query, find.refunds(caller.tenant(), filter));
    }

    @Operation(
            operationId = "sync_refund",
            summary = "Ask the provider now what became of a refund",
            description =
                    "Answers the refund as it is afterwards. When the provider does not answer, it stays as it was and is asked again later. There is never a second refund.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The refund's id, re_….")
    @ApiResponse(responseCode = "200", description = "The refund as it is now.", useReturnTypeSchema = true)
    @PostMapping("/refunds/{id}/sync")
    @RequiresScope(Scope.REFUNDS_WRITE)
    RefundResource sync(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return sync.sync(caller.tenant(), caller.mode(), id);
    }
}
