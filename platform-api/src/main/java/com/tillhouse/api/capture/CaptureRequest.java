package com.tillhouse.api.capture;

import com.tillhouse.core.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A capture as a merchant asks for it.
 *
 * @param amount what to take; all that is left when absent
 * @param isLast true when nothing more of the payment will be captured
 */
public record CaptureRequest(
        @Nullable Money amount, @Nullable Boolean isLast) {}
