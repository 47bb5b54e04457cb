package com.tillhouse.core.checkout.domain.page;

import com.tillhouse.core.shared.Violations;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Paying in instalments: how many, and who bears which share of the fee. */
public record CreditPayPlan(
        int installmentNum,
        @Nullable String creditPayFeeType,
        @Nullable Integer feePercentage,
        @Nullable String interval) {
    private static final int FEWEST = 2;
    private static final int MOST = 12;

    void check(String at, Violations found) {
        found.require(
                installmentNum >= FEWEST && installmentNum <= MOST,
                at + "/installment_num",
                "out_of_range",
                "must be 2 to 12.");
        found.optionalWord(at + "/credit_pay_fee_type", creditPayFeeType, Set.of("PERCENTAGE"));
        found.require(
                feePercentage == null || feePercentage >= 0 && feePercentage <= 100,
                at + "/fee_percentage",
                "out_of_range",
                "must be 0 to 100.");
        found.optionalText(at + "/interval", interval, 16);
    }
}
