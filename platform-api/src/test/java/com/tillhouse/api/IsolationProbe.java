package com.tillhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.api.ApiOperations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Somebody with a good token who asks for what is not theirs, and what is compared when they do.
 *
 * @param name who it is, in words
 * @param sameTenant whether only the mode differs from the owner's
 */
record IsolationProbe(String name, Shop shop, String token, boolean sameTenant) {
    /** Headers that differ between any two answers. */
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "ratelimit", "request-id");

    /** Where a call leaves a note of itself, in the caller's own mode. */
    private static final Set<String> NOTES = Set.of("idempotency_key", "trail_entry");

    /** The two answers differ in nothing but the word that was asked for. */
    static void assertSame(Answer real, String word, Answer never, String nobody) {
        assertThat(real.status())
                .as("%s%nand for what never was%n%s", real, never)
                .isEqualTo(never.status());
        assertThat(real.text().replace(word, "WORD")).isEqualTo(never.text().replace(nobody, "WORD"));
        assertThat(headers(real)).isEqualTo(headers(never));
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> kept = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!OF_THE_MOMENT.contains(lower)) {
                kept.put(lower, values);
            }
        });
        return kept;
    }

    /** Answers what was answered, after proving that the owner's rows stand as they stood and that Antom was not asked. */
    Answer withoutEffect(Supplier<Answer> call, TenantRows rows, Shop owner, IntSupplier antom) {
        Map<String, List<String>> before = rows.of(owner);
        int asked = antom.getAsInt();
        Answer answer = call.get();
        Map<String, List<String>> after = rows.of(owner);
        assertThat(antom.getAsInt()).as("calls of Antom").isEqualTo(asked);
        before.forEach((table, kept) -> {
            if (sameTenant && NOTES.contains(table)) {
                assertThat(after.get(table)).as(table).containsAll(kept);
            } else {
                assertThat(after.get(table)).as(table).isEqualTo(kept);
            }
        });
        return answer;
    }

    /** An answer that tells none of the owner's words. */
    static void assertSilent(Answer answer, List<String> secrets) {
        assertThat(answer.text()).doesNotContain(secrets);
        assertThat(answer.headers().map().toString()).doesNotContain(secrets);
        assertThat(answer.header("Idempotent-Replayed")).isNull();
    }

    @Override
    public String toString() {
        return name;
    }

    /** What a cell is called in the report. */
    static String what(Operation operation) {
        return operation.method() + " " + operation.path();
    }
}
