package com.tillhouse.api.checkout;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.access.RequiresScope;
import com.tillhouse.api.idempotency.IdempotencyKeyMapper;
import com.tillhouse.api.idempotency.KeptReplyMapper;
import com.tillhouse.api.idempotency.KeyRequired;
import com.tillhouse.api.listing.ListMapper;
import com.tillhouse.api.listing.ListParameters;
import com.tillhouse.api.listing.ListQuery;
import com.tillhouse.api.listing.ListReply;
import com.tillhouse.core.checkout.domain.SessionFilter;
import com.tillhouse.core.checkout.domain.SessionStatus;
import com.tillhouse.core.checkout.usecase.CheckoutSessionResource;
import com.tillhouse.core.checkout.usecase.FindCheckout;
import com.tillhouse.core.checkout.usecase.OpenCheckoutSession;
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

/** Checkout sessions. */
@Tag(
        name = "Checkout sessions",
        description = "What a merchant opens for one order; a buyer pays it on the hosted page.")
@RestController
@RequestMapping(path = CheckoutSessionController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class CheckoutSessionController {
    static final String PATH = "/v1/checkout/sessions";
    private static final Set<String> FILTERS = Set.of("order_reference", "status", "created[gte]", "created[lt]");

    private final OpenCheckoutSession open;
    private final FindCheckout find;
    private final OpenSessionMapper requests;
    private final ReplyMapper replies;
    private final ListMapper lists;

    CheckoutSessionController(
            OpenCheckoutSession open,
            FindCheckout find,
            OpenSessionMapper requests,
            ReplyMapper replies,
            ListMapper lists) {
        this.open = open;
        this.find = find;
        this.requests = requests;
        this.replies = replies;
        this.lists = lists;
    }

    @Operation(
            operationId = "open_checkout_session",
            summary = "Open a checkout session",
            description =
                    "Answers with the address of the hosted page, and with `warnings`: an order that has an open session already is warned of, or refused where your checkout policy says so. The same key and the same meaning get the same bytes again.")
    @KeyRequired
    @ApiResponse(
            responseCode = "201",
            description = "The session is open.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(allOf = {CheckoutSessionResource.class, SessionWarningsResource.class})))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope(Scope.SESSIONS_WRITE)
    ResponseEntity<byte[]> open(
            @AuthenticationPrincipal Caller caller, HttpServletRequest http, @RequestBody OpenSessionRequest body) {
        IdempotencyKey key = IdempotencyKeyMapper.read(http, caller, "POST " + PATH);
        return KeptReplyMapper.http(open.open(requests.command(body, caller, key), replies));
    }

    @Operation(operationId = "read_checkout_session", summary = "Read a checkout session")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The session's id, cs_….")
    @ApiResponse(responseCode = "200", description = "The session as it is now.", useReturnTypeSchema = true)
    @GetMapping("/{id}")
    @RequiresScope(Scope.SESSIONS_READ)
    CheckoutSessionResource read(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return find.session(caller.tenant(), caller.mode(), id);
    }

    @Operation(operationId = "list_checkout_sessions", summary = "List checkout sessions, newest first")
    @Parameter(name = "order_reference", in = ParameterIn.QUERY, description = "Only with this order reference.")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only in this status.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"open", "completed", "expired", "canceled"}))
    @ListParameters
    @ApiResponse(responseCode = "200", description = "A slice of the list.", useReturnTypeSchema = true)
    @GetMapping
    @RequiresScope(Scope.SESSIONS_READ)
    ResponseEntity<ListReply<CheckoutSessionResource>> list(
            @AuthenticationPrincipal Caller caller, HttpServletRequest http) {
        ListQuery query = lists.read(http, caller, FILTERS);
        SessionFilter filter = new SessionFilter(
                caller.mode(),
                query.text("order_reference"),
                query.word("status", SessionStatus.class),
                query.time("created[gte]"),
                query.time("created[lt]"),
                query.after(),
                query.limit());
        return lists.reply(http, caller, query, find.sessions(caller.tenant(), filter));
    }
}
