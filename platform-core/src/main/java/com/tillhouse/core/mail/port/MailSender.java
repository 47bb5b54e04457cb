package com.tillhouse.core.mail.port;

import com.tillhouse.core.mail.domain.Mail;
import com.tillhouse.core.mail.domain.MailAnswer;

/** Hands mails to a mail server. Remote, so never inside a transaction. */
public interface MailSender {

    /** True when there is a mail server to hand mails to. */
    boolean ready();

    /**
     * Tries once. The same id may come again when it was not clear what became of it.
     *
     * @param id what the mail is known by to whoever gets it, so that one that comes twice can be told
     */
    MailAnswer send(String id, Mail mail);
}
