package com.tillhouse.api.checkout;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.access.RequiresScope;
import com.tillhouse.core.checkout.domain.CheckoutPolicy.DuplicateOrder;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicyCommand;
import com.tillhouse.core.checkout.usecase.CheckoutPolicyResource;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.tenant.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A merchant's own rules for its checkout. */
@Tag(name = "Settings", description = "How your checkout behaves. Settings hold for test and live mode alike.")
@RestController
@RequestMapping(path = "/v1/checkout_policy", produces = MediaType.APPLICATION_JSON_VALUE)
class CheckoutPolicyController {
    private final ChangeCheckoutPolicy policies;

    CheckoutPolicyController(ChangeCheckoutPolicy policies) {
        this.policies = policies;
    }

    @Operation(operationId = "read_checkout_policy", summary = "Read your rules for checkout")
    @ApiResponse(responseCode = "200", description = "The rules as they are now.", useReturnTypeSchema = true)
    @GetMapping
    @RequiresScope(Scope.SETTINGS_MANAGE)
    CheckoutPolicyResource read(@AuthenticationPrincipal Caller caller) {
        return CheckoutPolicyResource.of(policies.read(caller.tenant()));
    }

    @Operation(
            operationId = "change_checkout_policy",
            summary = "Change your rules for checkout",
            description = "What is absent stays as it is. Sessions that are open already stay open.")
    @ApiResponse(responseCode = "200", description = "The rules as they are afterwards.", useReturnTypeSchema = true)
    @PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope(Scope.SETTINGS_MANAGE)
    CheckoutPolicyResource change(@AuthenticationPrincipal Caller caller, @RequestBody CheckoutPolicyRequest body) {
        Violations found = new Violations();
        SurplusPolicy surplus = word(found, "/surplus", body.surplus(), SurplusPolicy.class);
        DuplicateOrder duplicate = word(found, "/duplicate_order", body.duplicateOrder(), DuplicateOrder.class);
        found.throwIfAny();
        return CheckoutPolicyResource.of(
                policies.change(new ChangeCheckoutPolicyCommand(caller.tenant(), surplus, duplicate)));
    }

    private static <E extends Enum<E>> @Nullable E word(
            Violations found, String pointer, @Nullable String said, Class<E> words) {
        Optional<E> meant = Arrays.stream(words.getEnumConstants())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(said))
                .findFirst();
        found.require(
                said == null || meant.isPresent(),
                pointer,
                "not_allowed",
                "must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(words.getEnumConstants())
                                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                                        .toList())
                        + ".");
        return meant.orElse(null);
    }
}
