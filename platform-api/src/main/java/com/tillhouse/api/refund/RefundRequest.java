package com.tillhouse.api.refund;

import com.tillhouse.core.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A refund as a merchant asks for it.
 *
 * @param amount what to give back; all that is left when absent
 * @param reason why, up to 256 characters
 */
public record RefundRequest(
        @Nullable Money amount, @Nullable String reason) {}
