package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Tells payments and refunds a hundred thousand random stories (orders, duplicates, contradictions, lost answers, cancels, refunds) and compares
 * each step with {@link MoneyModel}. {@code -Dmodel.first=…} tells other stories,
 * {@code -Dmodel.seed=…} the one of a failure again.
 */
class MoneyModelTest {
    private static final int STORIES = 120_000;

    @Test
    void agreesWithTheModelWhateverComesInWhateverOrder() {
        Long again = Long.getLong("model.seed");
        if (again != null) {
            MoneyStory.tell(again);
            return;
        }
        long first = Long.getLong("model.first", 20261122L);
        long refunds = 0;
        long cancels = 0;
        for (int story = 0; story < STORIES; story++) {
            MoneyStory told = told(first + story);
            refunds += told.refundsGiven();
            cancels += told.canceled() ? 1 : 0;
        }
        assertThat(refunds).as("stories reach refunds").isGreaterThan(STORIES / 100);
        assertThat(cancels).as("stories reach cancels").isGreaterThan(STORIES / 100);
    }

    private static MoneyStory told(long seed) {
        try {
            return MoneyStory.tell(seed);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("again with -Dmodel.seed=" + seed + ": " + e.getMessage(), e);
        }
    }
}
