package com.tillhouse.api.buyerdata;

import com.tillhouse.api.access.Caller;
import com.tillhouse.api.access.RequiresScope;
import com.tillhouse.core.erasure.BuyerDataPolicy;
import com.tillhouse.core.erasure.BuyerName;
import com.tillhouse.core.erasure.ChangeBuyerDataPolicy;
import com.tillhouse.core.erasure.EraseBuyerData;
import com.tillhouse.core.tenant.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long a merchant's buyer data is kept, and the erasure that a buyer may ask for. */
@Tag(name = "Settings", description = "How your checkout behaves. Settings hold for test and live mode alike.")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class BuyerDataController {
    private final ChangeBuyerDataPolicy policies;
    private final EraseBuyerData erasure;

    BuyerDataController(ChangeBuyerDataPolicy policies, EraseBuyerData erasure) {
        this.policies = policies;
        this.erasure = erasure;
    }

    @Operation(operationId = "read_buyer_data_policy", summary = "Read how long buyer data is kept")
    @ApiResponse(responseCode = "200", description = "The rule as it is now.", useReturnTypeSchema = true)
    @GetMapping("/buyer_data_policy")
    @RequiresScope(Scope.SETTINGS_MANAGE)
    BuyerDataPolicyResource read(@AuthenticationPrincipal Caller caller) {
        return BuyerDataPolicyResource.of(policies.read(caller.tenant()).retentionDays());
    }

    @Operation(
            operationId = "change_buyer_data_policy",
            summary = "Change how long buyer data is kept",
            description = "Holds for what is kept already too: what is older is erased within the hour.")
    @ApiResponse(responseCode = "200", description = "The rule as it is afterwards.", useReturnTypeSchema = true)
    @PatchMapping(path = "/buyer_data_policy", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope(Scope.SETTINGS_MANAGE)
    BuyerDataPolicyResource change(@AuthenticationPrincipal Caller caller, @RequestBody BuyerDataPolicyRequest body) {
        BuyerDataPolicy after = policies.change(caller.tenant(), new BuyerDataPolicy(body.retentionDays()));
        return BuyerDataPolicyResource.of(after.retentionDays());
    }

    @Operation(operationId = "erase_buyer_data", summary = "Erase what is known of a buyer", description = """
                    Of every checkout session of this buyer in the client's mode. Buyer, shipping, travellers, guests, device, metadata, refund \
                    reasons and stored notifications go; amounts, statuses, ids and histories stay. A session that is open, or has a payment, \
                    refund, capture or webhook on its way, is erased as soon as it is at rest. It can't be undone.""")
    @ApiResponse(responseCode = "200", description = "What was erased.", useReturnTypeSchema = true)
    @PostMapping(path = "/buyer_erasures", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope(Scope.SETTINGS_MANAGE)
    BuyerErasureResource erase(@AuthenticationPrincipal Caller caller, @RequestBody BuyerErasureRequest body) {
        EraseBuyerData.Result done =
                erasure.erase(caller.tenant(), caller.mode(), new BuyerName(body.buyerReference(), body.email()));
        return BuyerErasureResource.of(done.erased(), done.pending());
    }
}
