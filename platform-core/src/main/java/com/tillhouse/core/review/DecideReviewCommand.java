package com.tillhouse.core.review;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision about one object that needs review. Checks itself when made.
 *
 * @param <S> what the object can be settled as
 * @param reason the reason that the person saw
 * @param since when that reason had come up
 * @param settleAs given exactly with {@link ReviewChoice#SETTLE}
 * @param note why, in the person's words; 1 to 500 characters
 */
public record DecideReviewCommand<S extends Enum<S>>(
        TenantId tenant,
        Mode mode,
        String objectId,
        String reason,
        Instant since,
        ReviewChoice choice,
        @Nullable S settleAs,
        String note,
        PersonId person) {
    /** Characters of a note. */
    public static final int LONGEST_NOTE = 500;

    public DecideReviewCommand {
        Violations found = new Violations();
        found.text("/note", note, LONGEST_NOTE);
        found.require(
                (choice == ReviewChoice.SETTLE) == (settleAs != null),
                "/settle_as",
                "required",
                "must be given to settle, and only then.");
        found.throwIfAny();
    }
}
