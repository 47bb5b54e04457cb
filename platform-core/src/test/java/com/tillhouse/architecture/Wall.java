package com.tillhouse.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;

/**
 * One rule. Its canaries, wrong classes that it must reject, live below {@link #canaryPackage()} and are named {@code Wrong…}.
 *
 * @param sentence what holds, in words
 */
public record Wall(String sentence, ArchRule rule) {

    /** A module without any class that the rule speaks of keeps it; the canaries prove that it is alive. */
    public Wall {
        rule = rule.as(sentence).allowEmptyShould(true);
    }

    /** {@code time comes from a clock} → {@code com.tillhouse.canary.timecomesfromaclock}. */
    public String canaryPackage() {
        return "com.tillhouse.canary." + sentence.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
