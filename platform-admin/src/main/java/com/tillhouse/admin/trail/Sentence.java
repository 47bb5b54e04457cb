package com.tillhouse.admin.trail;

import com.tillhouse.admin.look.StatusWord.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the time line in words.
 *
 * @param who whose deed it is
 * @param tone how good the news is
 * @param codes ids and codes to look it up by, quieter
 */
record Sentence(Who who, Tone tone, String text, List<String> codes) {

    /** Whose deed it is. */
    enum Who {
        SHOP("Your shop"),
        PERSON("Your team"),
        ANTOM("Antom"),
        TILLHOUSE("Tillhouse"),
        WEBHOOK("Webhook");

        private final String word;

        Who(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Sentence of(Who who, Tone tone, String text, @Nullable String... codes) {
        return new Sentence(
                who,
                tone,
                text,
                Arrays.stream(codes)
                        .filter(Objects::nonNull)
                        .filter(code -> !code.isBlank())
                        .toList());
    }
}
