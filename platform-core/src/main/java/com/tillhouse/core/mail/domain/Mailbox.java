package com.tillhouse.core.mail.domain;

import java.util.regex.Pattern;

/** Which addresses mail can go to: one plain mailbox at a host, with nothing in it that a header or a mail server could read as more than that. */
public final class Mailbox {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern PLAIN = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private Mailbox() {}

    /** True when a mail can be sent there. */
    public static boolean reachable(String address) {
        return address.length() <= LONGEST
                && address.indexOf('@') <= LONGEST_LOCAL
                && PLAIN.matcher(address).matches();
    }
}
