package com.tillhouse.core.adapter.egress;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The beginning of an answer, as text that is safe to keep and to show: no control, no format, no private characters. */
final class Excerpt {
    private static final int LONGEST = 1024;

    private Excerpt() {}

    /** At most 1,024 characters; null when the answer was empty. */
    static @Nullable String of(byte[] head) {
        if (head.length == 0) {
            return null;
        }
        StringBuilder safe = new StringBuilder(LONGEST);
        new String(head, StandardCharsets.UTF_8)
                .codePoints()
                .map(point -> shown(point) ? point : '\ufffd')
                .limit(LONGEST)
                .takeWhile(point -> safe.length() + Character.charCount(point) <= LONGEST)
                .forEachOrdered(safe::appendCodePoint);
        return safe.toString();
    }

    private static boolean shown(int point) {
        return point == '\n'
                || point == '\t'
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
