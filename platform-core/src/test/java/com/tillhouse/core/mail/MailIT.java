package com.tillhouse.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.tillhouse.core.adapter.mail.SmtpMailSender;
import com.tillhouse.core.adapter.mail.SmtpSettings;
import com.tillhouse.core.mail.domain.Mail;
import com.tillhouse.core.mail.domain.MailAnswer;
import com.tillhouse.core.mail.domain.MailAnswer.Kind;
import com.tillhouse.core.mail.domain.MailClaim;
import com.tillhouse.core.mail.domain.MailContent;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.team.TeamFixture;
import com.tillhouse.core.team.domain.TeamMails;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.Role;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailIT {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final TeamFixture TEAM = new TeamFixture();

    private final TenantId tenant = TEAM.tenant("mail-" + System.nanoTime());

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    private static SmtpMailSender sender(int port, SmtpSettings.Security security) {
        return new SmtpMailSender(
                new SmtpSettings(
                        "127.0.0.1", port, security, null, null, "no-reply@tillhouse.example", Duration.ofSeconds(3)),
                InstantSource.system());
    }

    private static SmtpMailSender sender() {
        return sender(SERVER.getSmtp().getPort(), SmtpSettings.Security.NONE);
    }

    private OutgoingMail add(String to, Duration use) {
        OutgoingMail mail = OutgoingMail.to(
                new EmailAddress(to), new MailContent("News", List.of("Read this."), null, "-"), TEAM.now.get(), use);
        TEAM.unitOfWork.runInTenant(tenant, () -> TEAM.mails.add(mail));
        return mail;
    }

    private String status(OutgoingMail mail) {
        return TEAM.superuser
                .sql(
                        "select concat_ws(' ', status, attempts, reason, sealed is null) from outgoing_mail where id = :id")
                .param("id", mail.id())
                .query(String.class)
                .single();
    }

    @Test
    void reachesARealMailServerAsTextAndHtmlWithEveryNameEscaped() throws Exception {
        String evil = "<script>alert(1)</script> \"&\" Ünï\r\nBcc: all@x.example";
        OutgoingMail mail = OutgoingMail.to(
                new EmailAddress("real@shop.example"),
                TeamMails.invitation(evil, evil, Role.FINANCE, URI.create("https://admin.example/join?token=abc")),
                TEAM.now.get(),
                Duration.ofDays(1));

        assertThat(sender().send(mail.id(), mail.mail())).isEqualTo(MailAnswer.TAKEN);

        MimeMessage got = SERVER.getReceivedMessagesForDomain("real@shop.example")[0];
        assertThat(got.getAllRecipients()).hasSize(1);
        assertThat(got.getHeader("Bcc")).isNull();
        assertThat(got.getMessageID()).isEqualTo("<" + mail.id() + "@tillhouse.example>");
        assertThat(got.getSubject()).startsWith("Join <script>").contains("Ünï Bcc: all@x.example");
        MimeMultipart parts = (MimeMultipart) got.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("https://admin.example/join?token=abc");
        String html = parts.getBodyPart(1).getContent().toString();
        assertThat(html)
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;&quot; Ünï")
                .contains("href=\"https://admin.example/join?token=abc\"");
        assertThat(GreenMailUtil.getWholeMessage(got)).contains("Auto-Submitted: auto-generated");
    }

    @Test
    void refusesWhatCouldAddAHeaderOrARecipient() {
        for (String to : List.of(
                "a@x.example\r\nBcc: b@x.example", "a@x.example, b@x.example", "A <a@x.example>", "a b@x.example")) {
            assertThatThrownBy(() -> new Mail(to, "s", "t", "h")).as(to).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Mail("a@x.example", "s\r\nBcc: b@x.example", "t", "h"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsAMailOnlyTogetherWithWhatItTellsOf() {
        OutgoingMail lost = OutgoingMail.to(
                new EmailAddress("lost@shop.example"),
                new MailContent("News", List.of(), null, "-"),
                TEAM.now.get(),
                Duration.ofDays(1));
        assertThatThrownBy(() -> TEAM.mails.add(lost)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TEAM.unitOfWork.runInTenant(tenant, () -> {
                    TEAM.mails.add(lost);
                    throw new IllegalArgumentException("rolled back");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(TEAM.subjects("lost@shop.example")).isEmpty();
    }

    @Test
    void triesAgainWhileItIsOfUseAndThenGivesUpWhereItCanBeSeen() {
        OutgoingMail mail = add("again@shop.example", Duration.ofMinutes(30));
        TEAM.answer.set(new MailAnswer(Kind.LATER, "mail server unreachable"));
        assertThat(TEAM.send()).isEqualTo(1);
        assertThat(status(mail)).isEqualTo("WAITING 1 mail server unreachable f");
        assertThat(TEAM.send()).isZero();
        for (int i = 0; i < 5; i++) {
            TEAM.now.updateAndGet(time -> time.plus(Duration.ofMinutes(11)));
            TEAM.send();
        }
        assertThat(status(mail)).startsWith("FAILED").endsWith("t");
        TEAM.answer.set(MailAnswer.TAKEN);
        assertThat(TEAM.subjects("again@shop.example")).isEmpty();
    }

    @Test
    void sendsAfterTheServerCameBackAndForgetsWhatItSaid() {
        OutgoingMail mail = add("back@shop.example", Duration.ofDays(1));
        TEAM.answer.set(new MailAnswer(Kind.LATER, "refused 421"));
        TEAM.send();
        TEAM.answer.set(MailAnswer.TAKEN);
        TEAM.now.updateAndGet(time -> time.plus(Duration.ofSeconds(10)));
        TEAM.send();
        assertThat(TEAM.subjects("back@shop.example")).containsExactly("News");
        assertThat(status(mail)).isEqualTo("SENT 2 t");
    }

    @Test
    void countsNoResultOfAWorkerWhoseLeaseRanOut() {
        OutgoingMail mail = add("fence@shop.example", Duration.ofDays(1));
        MailClaim late = claim(mail);
        assertThat(TEAM.sendMails.claim(100)).isEmpty();
        TEAM.superuser
                .sql("update outgoing_mail set lease_until = now() - interval '1 second' where id = :id")
                .param("id", mail.id())
                .update();
        MailClaim next = claim(mail);
        assertThat(TEAM.sendMails.send(late)).isEmpty();
        assertThat(TEAM.sendMails.send(next)).isPresent();
        assertThat(status(mail)).isEqualTo("SENT 2 t");
    }

    private static MailClaim claim(OutgoingMail mail) {
        return TEAM.sendMails.claim(100).stream()
                .filter(claim -> claim.id().equals(mail.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsAFinalNoFromATroubleThatPasses() throws Exception {
        assertThat(answered("550 no such mailbox")).isEqualTo(new MailAnswer(Kind.NEVER, "refused 550"));
        assertThat(answered("451 try later")).isEqualTo(new MailAnswer(Kind.LATER, "refused 451"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            assertThat(sender(port, SmtpSettings.Security.NONE)
                            .send("mail_1", mail())
                            .kind())
                    .isEqualTo(Kind.LATER);
        }
    }

    @Test
    void sendsNothingInTheClearToAServerThatKnowsNoTls() {
        int before = SERVER.getReceivedMessages().length;
        MailAnswer answer = sender(SERVER.getSmtp().getPort(), SmtpSettings.Security.STARTTLS)
                .send("mail_2", mail());
        assertThat(answer.kind()).isEqualTo(Kind.LATER);
        assertThat(SERVER.getReceivedMessages()).hasSize(before);
    }

    @Test
    void waitsNoLongerThanItsTimeoutForASilentServer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            MailAnswer answer =
                    sender(silent.getLocalPort(), SmtpSettings.Security.NONE).send("mail_3", mail());
            assertThat(answer.kind()).isEqualTo(Kind.LATER);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static Mail mail() {
        return new Mail("who@shop.example", "News", "text", "<p>html</p>");
    }

    /** A mail server that says this to the recipient. */
    private static MailAnswer answered(String toRecipient) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> talk(server, toRecipient));
            MailAnswer answer =
                    sender(server.getLocalPort(), SmtpSettings.Security.NONE).send("mail_4", mail());
            talk.join();
            return answer;
        }
    }

    private static void talk(ServerSocket server, String toRecipient) {
        try (Socket line = server.accept()) {
            InputStream in = line.getInputStream();
            OutputStream out = line.getOutputStream();
            say(out, "220 mail.example");
            String heard = hear(in);
            while (!heard.isEmpty()) {
                boolean quit = heard.startsWith("QUIT");
                say(out, heard.startsWith("RCPT") ? toRecipient : quit ? "221 bye" : "250 fine");
                heard = quit ? "" : hear(in);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String hear(InputStream in) throws IOException {
        StringBuilder words = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            words.append((char) next);
            next = in.read();
        }
        return words.toString();
    }
}
