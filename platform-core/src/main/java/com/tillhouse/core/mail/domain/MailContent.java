package com.tillhouse.core.mail.domain;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, before it has a form. All of it is plain text: whatever people typed is escaped when the form is made.
 *
 * @param paragraphs in their order
 * @param link where the reader is led to, if anywhere
 * @param small what stands below, less loud
 */
public record MailContent(
        String subject, List<String> paragraphs, @Nullable Link link, String small) {
    public MailContent {
        paragraphs = List.copyOf(paragraphs);
    }

    /** A button. */
    public record Link(String label, URI target) {
        @Override
        public String toString() {
            return "Link[" + label + "]";
        }
    }

    @Override
    public String toString() {
        return "MailContent[" + subject + "]";
    }
}
