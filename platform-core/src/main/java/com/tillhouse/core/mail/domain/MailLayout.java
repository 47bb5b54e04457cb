package com.tillhouse.core.mail.domain;

import java.util.stream.Collectors;

/** The one form of all our mails: a card with a button, and the same as text. Every word is escaped here. */
final class MailLayout {
    private static final int LONGEST_SUBJECT = 160;
    private static final String FRAME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>%1$s</title></head>
            <body style="margin:0;padding:32px 16px;background:#f6f6f3;color:#1b211e;font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:16px;line-height:1.5">
            <div style="max-width:30rem;margin:0 auto">
            <p style="margin:0 0 16px;font-weight:600">Tillhouse</p>
            <div style="background:#ffffff;border:1px solid #e3e4de;border-radius:16px;padding:28px">
            <h1 style="margin:0 0 12px;font-size:22px;line-height:1.25">%1$s</h1>
            %2$s%3$s
            </div>
            <p style="margin:16px 4px 0;color:#5c665f;font-size:14px">%4$s</p>
            </div></body></html>
            """;
    private static final String BUTTON = """
            <p style="margin:24px 0 8px"><a href="%1$s" target="_top" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#0b6b57;color:#ffffff;font-weight:600;text-decoration:none">%2$s</a></p>
            <p style="margin:0;color:#5c665f;font-size:13px;word-break:break-all">%1$s</p>""";

    private MailLayout() {}

    static Mail of(String to, MailContent content) {
        return new Mail(to, line(content.subject()), text(content), html(content));
    }

    /** Names of businesses and people stand in subjects: whatever is no letter of a line becomes a space. */
    private static String line(String subject) {
        String line = subject.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT) + "…";
    }

    private static String text(MailContent content) {
        String words = String.join("\n\n", content.paragraphs());
        MailContent.Link link = content.link();
        String way = link == null ? "" : "\n\n" + link.label() + ":\n" + link.target();
        return words + way + "\n\n-- \n" + content.small() + "\n";
    }

    private static String html(MailContent content) {
        String words = content.paragraphs().stream()
                .map(paragraph -> "<p style=\"margin:0 0 12px\">" + escaped(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
        MailContent.Link link = content.link();
        String button =
                link == null ? "" : BUTTON.formatted(escaped(link.target().toString()), escaped(link.label()));
        return FRAME.formatted(escaped(line(content.subject())), words, button, escaped(content.small()));
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }
}
