package com.tillhouse.core.mail.domain;

/**
 * A mail as it is handed to a mail server. Refuses what could add a header or another recipient. May hold secrets, so it prints no text.
 *
 * @param to one plain address
 * @param subject one line
 * @param text for readers without HTML; says the same
 */
public record Mail(String to, String subject, String text, String html) {
    private static final int LONGEST_SUBJECT = 200;

    public Mail {
        if (!Mailbox.reachable(to)) {
            throw new IllegalArgumentException("a mail goes to one plain address");
        }
        if (subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line of at most " + LONGEST_SUBJECT + " characters");
        }
    }

    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}
