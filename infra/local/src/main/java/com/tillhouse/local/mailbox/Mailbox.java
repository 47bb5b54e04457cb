package com.tillhouse.local.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A real SMTP server for mails to anybody, and the pages on which they are read. Keeps them until it stops. */
public final class Mailbox implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GreenMail smtp;
    private final HttpServer pages;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Mailbox(GreenMail smtp, HttpServer pages) {
        this.smtp = smtp;
        this.pages = pages;
    }

    /** Starts both; they answer when this returns. */
    public static Mailbox start(int smtpPort, int pagePort) throws IOException {
        HttpServer pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), pagePort), 0);
        GreenMail smtp = new GreenMail(new ServerSetup(
                smtpPort, InetAddress.getLoopbackAddress().getHostAddress(), ServerSetup.PROTOCOL_SMTP));
        Mailbox mailbox = new Mailbox(smtp, pages);
        smtp.start();
        pages.setExecutor(mailbox.threads);
        pages.createContext("/", mailbox::serve);
        pages.start();
        return mailbox;
    }

    @Override
    public void close() {
        pages.stop(0);
        threads.shutdownNow();
        smtp.stop();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    /** {@code /}, {@code /mails.json}, {@code /mails/{number}}, {@code /mails/{number}/body}; the newest has the greatest number. */
    private MailboxReply answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        if (!exchange.getRequestMethod().equals("GET")) {
            return MailboxReply.notFound();
        }
        List<ReceivedMail> mails = ReceivedMail.all(smtp);
        return switch (path) {
            case "/" -> MailboxReply.page(MailboxPages.list(mails));
            case "/mails.json" -> MailboxReply.json(JSON.writeValueAsString(mails));
            default -> one(mails, path.substring(1).split("/", -1));
        };
    }

    private static MailboxReply one(List<ReceivedMail> mails, String... steps) {
        boolean named = steps.length >= 2 && steps[0].equals("mails") && steps[1].matches("[1-9][0-9]{0,5}");
        int number = named ? Integer.parseInt(steps[1]) : 0;
        if (number == 0 || number > mails.size()) {
            return MailboxReply.notFound();
        }
        ReceivedMail mail = mails.get(number - 1);
        if (steps.length == 2) {
            return MailboxReply.page(MailboxPages.mail(mail));
        }
        return steps.length == 3 && steps[2].equals("body") ? MailboxReply.body(mail.html()) : MailboxReply.notFound();
    }
}
