package com.tillhouse.core.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds card numbers in free text, where they must never be: 13 to 19 digits of any script, also in groups with blanks or dashes between, with a
 * prefix and length that card schemes give out and a right check digit (ISO/IEC 7812). What follows a plus sign is a telephone number unless it
 * is longer than those are, an article number is no card, and neither are the digits of a UUID or a hexadecimal id. One in ten numbers of such a prefix and length has a right check digit by chance; it is refused too.
 */
public final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int LONGEST_PHONE = 15;
    private static final int SEPARATORS = 3;

    /** Ids as programs make them: a UUID, or 12, 16, 20 or 32 bytes in hexadecimal, not all of them digits. */
    private static final Pattern MADE_ID = Pattern.compile(
            "(?<![0-9a-z])"
                    + "(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32}|[0-9a-f]{24}))"
                    + "(?![0-9a-z])",
            Pattern.CASE_INSENSITIVE);

    private CardNumbers() {}

    /** A run of digits without anything between. */
    private record Group(String digits, int from, int to, boolean phone) {}

    /** First and last place of a number in the text. */
    private record Place(int from, int to) {}

    /** Whether there is one. */
    public static boolean in(String text) {
        return !places(text, 1).isEmpty();
    }

    /** Whether there is one in the field of a telephone number, where shorter ones are at home. */
    public static boolean inPhone(String text) {
        return !places("+" + text, 1).isEmpty();
    }

    /** The text with the digits of each blotted out. */
    public static String blotted(String text) {
        List<Place> found = places(text, Integer.MAX_VALUE);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text);
        for (Place place : found.reversed()) {
            clean.replace(place.from(), place.to(), "*".repeat(place.to() - place.from()));
        }
        return clean.toString();
    }

    private static List<Place> places(String text, int most) {
        List<Place> found = new ArrayList<>();
        for (List<Group> run : runs(withoutMadeIds(text))) {
            int first = 0;
            while (first < run.size() && found.size() < most) {
                int last = end(run, first);
                if (last >= 0) {
                    found.add(new Place(run.get(first).from(), run.get(last).to()));
                }
                first = Math.max(first, last) + 1;
            }
        }
        return found;
    }

    /** As long as it was, so that places stay what they are. */
    private static String withoutMadeIds(String text) {
        return MADE_ID.matcher(text).replaceAll(id -> "x".repeat(id.end() - id.start()));
    }

    /** The last of the groups that make a card number together with this first one; negative when they make none. */
    private static int end(List<Group> run, int first) {
        StringBuilder digits = new StringBuilder();
        int least = run.get(first).phone() ? LONGEST_PHONE + 1 : SHORTEST;
        for (int last = first; last < run.size() && digits.length() < LONGEST; last++) {
            digits.append(run.get(last).digits());
            if (digits.length() >= least && digits.length() <= LONGEST && card(digits)) {
                return last;
            }
        }
        return -1;
    }

    /** Groups of digits, those with no more than a separator or two between them together. */
    private static List<List<Group>> runs(String text) {
        List<List<Group>> runs = new ArrayList<>();
        int between = SEPARATORS + 1;
        boolean plus = false;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (Character.isDigit(point)) {
                Group group = group(text, at, plus);
                if (between > SEPARATORS) {
                    runs.add(new ArrayList<>());
                }
                runs.getLast().add(group);
                at = group.to();
                between = 0;
                plus = false;
                continue;
            }
            between += invisible(point) ? 0 : separates(point) ? 1 : SEPARATORS + 1;
            plus = point == '+' || plus && invisible(point);
            at += Character.charCount(point);
        }
        return runs;
    }

    private static Group group(String text, int from, boolean plus) {
        StringBuilder digits = new StringBuilder();
        int to = from;
        while (to < text.length()) {
            int point = text.codePointAt(to);
            if (!Character.isDigit(point)) {
                break;
            }
            digits.append(Character.digit(point, 10));
            to += Character.charCount(point);
        }
        return new Group(digits.toString(), from, to, plus);
    }

    private static boolean invisible(int point) {
        return Character.getType(point) == Character.FORMAT;
    }

    private static boolean separates(int point) {
        return Character.isSpaceChar(point)
                || point == '\t'
                || point == '.'
                || point == '_'
                || point == 0x2212
                || Character.getType(point) == Character.DASH_PUNCTUATION;
    }

    private static boolean card(CharSequence digits) {
        return issued(digits) && luhn(digits);
    }

    /** Prefixes and lengths of Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay, Maestro and Mir. */
    private static boolean issued(CharSequence digits) {
        int length = digits.length();
        int four = Integer.parseInt(digits.subSequence(0, 4).toString());
        int two = four / 100;
        if (two / 10 == 4) {
            return length == 13 && !article(digits) || length == 16 || length == 19;
        }
        if (two == 34 || two == 37) {
            return length == 15;
        }
        if (four / 10 >= 300 && four / 10 <= 305 || two == 36 || two == 38 || two == 39) {
            return length >= 14;
        }
        boolean mastercard = two >= 51 && two <= 55 || four >= 2221 && four <= 2720;
        boolean mir = four >= 2200 && four <= 2204;
        boolean discover = four == 6011 || two == 65 || four / 10 >= 644 && four / 10 <= 649;
        boolean jcb = four >= 3528 && four <= 3589;
        boolean maestro = four == 5018 || four == 5020 || four == 5038 || four == 5893 || four == 6304 || two == 67;
        return mastercard && length == 16 || length >= 16 && (mir || discover || jcb || two == 62 || maestro);
    }

    /** An article number (EAN-13), whose check digit is made in another way. Those of whole countries begin as the old short cards of Visa do. */
    private static boolean article(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    private static boolean luhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
