package com.tillhouse.api.problem;

import com.tillhouse.core.shared.CardNumbers;

/** Makes what a caller sent harmless before it is said back or logged: no control characters, no half characters, not long. */
public final class Echo {
    private static final int LONGEST = 200;
    private static final int REPLACEMENT = 0xFFFD;

    private Echo() {}

    /** At most 200 characters of the text, with everything unprintable replaced and card numbers blotted out. */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder();
        CardNumbers.blotted(text)
                .codePoints()
                .limit(LONGEST)
                .map(Echo::printable)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int printable(int point) {
        boolean broken = Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
        boolean line = Character.getType(point) == Character.LINE_SEPARATOR
                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR;
        return broken || line ? REPLACEMENT : point;
    }
}
