package com.tillhouse.api.checkout;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.access.RequiresScope;
import com.tillhouse.api.listing.ListMapper;
import com.tillhouse.api.listing.ListParameters;
import com.tillhouse.api.listing.ListQuery;
import com.tillhouse.api.listing.ListReply;
import com.tillhouse.core.checkout.domain.PaymentFilter;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.usecase.FindCheckout;
import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.tillhouse.core.checkout.usecase.SyncPayment;
import com.tillhouse.core.tenant.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments: the attempts to pay checkout sessions. */
@Tag(name = "Payments", description = "The attempts to pay checkout sessions.")
@RestController
@RequestMapping(path = "/v1/payments", produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentController {
    private static final Set<String> FILTERS =
            Set.of("needs_review", "status", "order_reference", "checkout_session", "created[gte]", "created[lt]");

    private final FindCheckout find;
    private final SyncPayment sync;
    private final ListMapper lists;

    PaymentController(FindCheckout find, SyncPayment sync, ListMapper lists) {
        this.find = find;
        this.sync = sync;
        this.lists = lists;
    }

    @Operation(operationId = "read_payment", summary = "Read a payment")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The payment's id, pay_….")
    @ApiResponse(responseCode = "200", description = "The payment as it is now.", useReturnTypeSchema = true)
    @GetMapping("/{id}")
    @RequiresScope(Scope.PAYMENTS_READ)
    PaymentResource read(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return find.payment(caller.tenant(), caller.mode(), id);
    }

    @Operation(operationId = "list_payments", summary = "List payments, newest first")
    @Parameter(
            name = "order_reference",
            in = ParameterIn.QUERY,
            description = "Only of sessions with this order reference.")
    @Parameter(name = "checkout_session", in = ParameterIn.QUERY, description = "Only of this session.")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only in this status.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {
                                "created",
                                "open",
                                "processing",
                                "authorized",
                                "succeeded",
                                "failed",
                                "expired",
                                "canceled",
                                "abandoned"
                            }))
    @Parameter(
            name = "needs_review",
            in = ParameterIn.QUERY,
            description = "Only those that a person must look at (`true`), or only the others (`false`).",
            schema = @Schema(type = "boolean"))
    @ListParameters
    @ApiResponse(responseCode = "200", description = "A slice of the list.", useReturnTypeSchema = true)
    @GetMapping
    @RequiresScope(Scope.PAYMENTS_READ)
    ResponseEntity<ListReply<PaymentResource>> list(@AuthenticationPrincipal Caller caller, HttpServletRequest http) {
        ListQuery query = lists.read(http, caller, FILTERS);
        PaymentFilter filter = new PaymentFilter(
                caller.mode(),
                query.text("checkout_session"),
                query.text("order_reference"),
                query.word("status", PaymentStatus.class),
                query.yes("needs_review"),
                query.time("created[gte]"),
                query.time("created[lt]"),
                query.after(),
                query.limit());
        return lists.reply(http, caller, query, find.payments(caller.tenant(), filter));
    }

    @Operation(
            operationId = "sync_payment",
            summary = "Ask the provider now what became of a payment",
            description =
                    "Answers the payment as it is afterwards. When the provider does not answer, it stays as it was and is asked again later.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The payment's id, pay_….")
    @ApiResponse(responseCode = "200", description = "The payment as it is now.", useReturnTypeSchema = true)
    @PostMapping("/{id}/sync")
    @RequiresScope(Scope.PAYMENTS_WRITE)
    PaymentResource sync(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return sync.sync(caller.tenant(), caller.mode(), id);
    }
}
