package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Tells payments that are captured by hand random stories (contradictions, lost answers, cancels, captures, authorisations that lapse) and compares
 * each step with {@link CaptureModel}. {@code -Dmodel.first=…} tells other stories, {@code -Dmodel.seed=…} the one of a failure again.
 */
class CaptureModelTest {
    private static final int STORIES = 120_000;

    @Test
    void agreesWithTheModelWhateverComesInWhateverOrder() {
        Long again = Long.getLong("model.seed");
        if (again != null) {
            CaptureStory.tell(again);
            return;
        }
        long first = Long.getLong("model.first", 20261122L);
        long captured = 0;
        long lapsed = 0;
        for (int story = 0; story < STORIES; story++) {
            CaptureStory told = told(first + story);
            captured += told.captured() ? 1 : 0;
            lapsed += told.lapsed() ? 1 : 0;
        }
        assertThat(captured).as("stories reach captures").isGreaterThan(STORIES / 100);
        assertThat(lapsed).as("stories reach lapsed authorisations").isGreaterThan(STORIES / 100);
    }

    private static CaptureStory told(long seed) {
        try {
            return CaptureStory.tell(seed);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("again with -Dmodel.seed=" + seed + ": " + e.getMessage(), e);
        }
    }
}
