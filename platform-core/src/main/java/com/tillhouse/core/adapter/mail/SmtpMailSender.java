package com.tillhouse.core.adapter.mail;

import com.tillhouse.core.adapter.mail.SmtpSettings.Security;
import com.tillhouse.core.mail.domain.Mail;
import com.tillhouse.core.mail.domain.MailAnswer;
import com.tillhouse.core.mail.port.MailSender;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails by SMTP, each over a connection of its own. The server's certificate must be good and name the host. */
public final class SmtpMailSender implements MailSender {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailSender.class);

    private final SmtpSettings settings;
    private final InstantSource clock;
    private final Session session;

    public SmtpMailSender(SmtpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(SmtpSettings settings) {
        String timeout = String.valueOf(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.host() == null ? "" : settings.host());
        properties.put("mail.smtp.port", String.valueOf(settings.port()));
        properties.put("mail.smtp.auth", String.valueOf(settings.username() != null));
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.security() == Security.TLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.mime.allowutf8", "false");
        return properties;
    }

    @Override
    public boolean ready() {
        return settings.host() != null && !settings.host().isBlank();
    }

    @Override
    public MailAnswer send(String id, Mail mail) {
        try (Transport transport = session.getTransport()) {
            MimeMessage message = message(id, mail);
            transport.connect(settings.username(), settings.password());
            transport.sendMessage(message, message.getAllRecipients());
            return MailAnswer.TAKEN;
        } catch (MessagingException e) {
            MailAnswer answer = SmtpTrouble.read(e);
            // the server's own words may name the recipient
            LOG.warn("the mail server did not take {}: {}", id, answer.reason());
            return answer;
        }
    }

    private MimeMessage message(String id, Mail mail) throws MessagingException {
        InternetAddress from = new InternetAddress(settings.from(), true);
        MimeMessage message = new Numbered(session, "<" + id + "@" + domain(from) + ">");
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), StandardCharsets.UTF_8.name(), "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().indexOf('@') + 1);
    }

    /** Keeps its own id, so that one that comes twice can be told. */
    private static final class Numbered extends MimeMessage {
        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
