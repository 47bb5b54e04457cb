package com.tillhouse.local.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it came in.
 *
 * @param number from 1, in the order in which they came
 * @param links whatever begins with http in its text
 */
record ReceivedMail(
        int number, String to, String subject, String receivedAt, String text, String html, List<String> links) {

    static List<ReceivedMail> all(GreenMail server) {
        MimeMessage[] messages = server.getReceivedMessages();
        List<ReceivedMail> mails = new ArrayList<>();
        for (MimeMessage message : messages) {
            mails.add(read(mails.size() + 1, message));
        }
        return mails;
    }

    private static ReceivedMail read(int number, MimeMessage message) {
        try {
            String text = part(message.getContent(), "text/plain");
            return new ReceivedMail(
                    number,
                    message.getRecipients(Message.RecipientType.TO)[0].toString(),
                    word(message.getSubject()),
                    message.getSentDate() == null
                            ? ""
                            : Instant.ofEpochMilli(message.getSentDate().getTime())
                                    .toString(),
                    text,
                    part(message.getContent(), "text/html"),
                    text.lines().filter(line -> line.startsWith("http")).toList());
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail that was taken can't be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(Object content, String type) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return String.valueOf(part.getContent()).replace("\r\n", "\n");
                }
            }
        }
        return "";
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text;
    }
}
