package com.tillhouse.core.signin.domain;

import com.tillhouse.core.shared.Violations;
import com.tillhouse.core.tenant.EmailAddress;
import java.util.Locale;
import java.util.Set;

/** Which passwords people may choose. Length counts; no rules about kinds of letters, which only lead to passwords of one kind. */
public final class PasswordPolicy {
    /** Characters at least. */
    public static final int SHORTEST = 12;

    /** Characters at most. */
    public static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 5;
    private static final String POINTER = "/password";

    /** What is tried first by those who guess, as far as it is long enough; compared without case, digits at the end and marks. */
    private static final Set<String> COMMON = Set.of(
            "abcdefghijkl",
            "abcdefghijklm",
            "administrator",
            "changemenow",
            "changemeplease",
            "correcthorsebatterystaple",
            "dragonball",
            "iloveyou",
            "iloveyousomuch",
            "letmeinletmein",
            "letmeinplease",
            "loveloveloves",
            "manchesterunited",
            "masterpassword",
            "mypassword",
            "mysecretpassword",
            "newpassword",
            "passpasspass",
            "password",
            "passwordpassword",
            "passw0rd",
            "princess",
            "qazwsxedcrfv",
            "qwertyqwerty",
            "qwertyuiop",
            "qwertyuiopas",
            "qwertyuiopasdfghjkl",
            "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiop",
            "secretpassword",
            "sunshine",
            "superman",
            "temppassword",
            "temporarypassword",
            "testpassword",
            "thisismypassword",
            "tillhouse",
            "tillhousepassword",
            "trustnoone",
            "welcome",
            "welcometotillhouse",
            "welcomewelcome",
            "zxcvbnmasdfghjkl");

    private static final String ASCENDING = "01234567890123456789";
    private static final String DESCENDING = "98765432109876543210";

    private PasswordPolicy() {}

    /** Notes what is wrong with a password that this person wants. */
    public static void check(Violations found, String password, EmailAddress email) {
        int length = password.codePointCount(0, password.length());
        found.require(length >= SHORTEST, POINTER, "too_short", "Use at least " + SHORTEST + " characters.");
        found.require(length <= LONGEST, POINTER, "too_long", "Use at most " + LONGEST + " characters.");
        found.require(
                password.codePoints().distinct().count() >= FEWEST_DIFFERENT && !common(password),
                POINTER,
                "too_common",
                "This is one of the first that anybody would guess. Use a few words that don’t belong together.");
        found.require(!like(password, email), POINTER, "is_email", "Your password can’t be your e-mail address.");
    }

    private static boolean common(String password) {
        String small = password.toLowerCase(Locale.ROOT);
        String plain = small.replaceAll("[^\\p{L}\\p{N}]", "");
        String bare = plain.replaceAll("^\\p{N}+|\\p{N}+$", "");
        boolean count = !plain.isEmpty() && (ASCENDING.contains(plain) || DESCENDING.contains(plain));
        return count || COMMON.contains(plain) || COMMON.contains(bare);
    }

    private static boolean like(String password, EmailAddress email) {
        String small = password.strip().toLowerCase(Locale.ROOT);
        return small.equals(email.value()) || small.equals(email.value().replace("@", ""));
    }
}
