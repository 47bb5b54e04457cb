package com.tillhouse.local.mailbox;

import java.util.List;
import java.util.stream.Collectors;

/** The mailbox's HTML. Whatever came by mail is escaped, or stands in a frame that runs nothing. */
final class MailboxPages {
    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              %3$s<title>%1$s</title>
              <link rel="icon" href="data:,">
              <style>
                :root { color-scheme: light dark; --line: light-dark(#e3e4de, #313733); --soft: light-dark(#5c665f, #a3aca6); --paper: light-dark(#fff, #1c201e); }
                body { margin: 0; background: light-dark(#f6f6f3, #141715); color: light-dark(#1b211e, #eceeea); font: 16px/1.5 system-ui, sans-serif; }
                main { max-width: 48rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
                h1 { font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
                a { color: light-dark(#0b6b57, #5fd0b3); }
                .soft { color: var(--soft); font-size: 0.9rem; overflow-wrap: anywhere; }
                ul { list-style: none; padding: 0; background: var(--paper); border: 1px solid var(--line); border-radius: 16px; overflow: hidden; }
                li + li { border-top: 1px solid var(--line); }
                li a { display: grid; padding: 0.85rem 1.2rem; color: inherit; text-decoration: none; }
                li a:hover { background: light-dark(#f0f0ec, #252a27); }
                li strong { font-weight: 600; overflow-wrap: anywhere; }
                iframe { width: 100%%; height: 34rem; border: 1px solid var(--line); border-radius: 16px; background: #f6f6f3; }
                pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--paper); border: 1px solid var(--line); border-radius: 16px; padding: 1.2rem; font: inherit; font-size: 0.9rem; }
              </style>
            </head>
            <body><main>%2$s<p class="soft">The mailbox of the local platform. Mail to anybody ends here, and is gone when the platform stops.</p></main></body>
            </html>
            """;

    private MailboxPages() {}

    /** Newest first; looks again by itself. */
    static String list(List<ReceivedMail> mails) {
        String lines = mails.reversed().stream()
                .map(mail -> """
                        <li><a href="/mails/%d" data-testid="mail"><strong>%s</strong><span class="soft">%s · %s</span></a></li>
                        """.formatted(
                                mail.number(), escaped(mail.subject()), escaped(mail.to()), escaped(mail.receivedAt())))
                .collect(Collectors.joining());
        String body = "<h1>Mailbox</h1>"
                + (mails.isEmpty() ? "<p>No mail yet. This page looks again by itself.</p>" : "<ul>" + lines + "</ul>");
        return FRAME.formatted("Mailbox", body, "<meta http-equiv=\"refresh\" content=\"3\">\n  ");
    }

    static String mail(ReceivedMail mail) {
        String links = mail.links().stream()
                .map(link -> "<p><a data-testid=\"mail-link\" href=\"%1$s\">%1$s</a></p>".formatted(escaped(link)))
                .collect(Collectors.joining());
        String body = """
                <p><a href="/">All mails</a></p>
                <h1>%s</h1>
                <p class="soft">To %s · %s</p>
                <iframe title="The mail" src="/mails/%d/body" sandbox="allow-top-navigation-by-user-activation"></iframe>
                <h2>Links</h2>%s
                <h2>As text</h2><pre>%s</pre>
                """.formatted(
                        escaped(mail.subject()),
                        escaped(mail.to()),
                        escaped(mail.receivedAt()),
                        mail.number(),
                        links.isEmpty() ? "<p>None.</p>" : links,
                        escaped(mail.text()));
        return FRAME.formatted(escaped(mail.subject()), body, "");
    }

    static String notFound() {
        return FRAME.formatted("Not found", "<h1>There is no such mail</h1><p><a href=\"/\">All mails</a></p>", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
