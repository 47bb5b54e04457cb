package com.tillhouse.api.trail;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.access.RequiresScope;
import com.tillhouse.core.tenant.Scope;
import com.tillhouse.core.trail.usecase.FindTrail;
import com.tillhouse.core.trail.usecase.TrailResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Explains a payment. */
@Tag(name = "Payments")
@RestController
@RequestMapping(path = "/v1/payments", produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentTrailController {
    private final FindTrail find;

    PaymentTrailController(FindTrail find) {
        this.find = find;
    }

    @Operation(
            operationId = "explain_payment",
            summary = "Read everything that happened to a payment",
            description =
                    "One time line of the payment, its session and its refunds, oldest first: your calls with their `Request-Id`, our calls to the provider and what it answered, its notifications, every move of a status, the events and each attempt to deliver them, and what people decided. The newest 1000 entries; `truncated` says whether there are older ones.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The payment's id, pay_….")
    @ApiResponse(responseCode = "200", description = "What happened so far.", useReturnTypeSchema = true)
    @GetMapping("/{id}/trail")
    @RequiresScope(Scope.PAYMENTS_READ)
    TrailResource trail(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return find.payment(caller.tenant(), caller.mode(), id);
    }
}
