package com.tillhouse.core.adapter.mail;

import com.tillhouse.core.mail.domain.MailAnswer;
import com.tillhouse.core.mail.domain.MailAnswer.Kind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** What it means that a mail server did not take a mail: only a clear no about this very mail is final. */
final class SmtpTrouble {
    private static final int PERMANENT = 500;
    private static final int NONE = 0;

    private SmtpTrouble() {}

    static MailAnswer read(MessagingException failure) {
        if (failure instanceof AddressException) {
            return new MailAnswer(Kind.NEVER, "no address");
        }
        if (failure instanceof AuthenticationFailedException) {
            return new MailAnswer(Kind.LATER, "sign-in at the mail server refused");
        }
        if (failure instanceof MailConnectException) {
            return new MailAnswer(Kind.LATER, "mail server unreachable");
        }
        int code = code(failure);
        if (code == NONE) {
            return new MailAnswer(Kind.LATER, "no answer from the mail server");
        }
        return new MailAnswer(code >= PERMANENT ? Kind.NEVER : Kind.LATER, "refused " + code);
    }

    /** The first SMTP code in the chain that speaks of the recipient or of what was sent. A no to our own address is ours to mend. */
    private static int code(MessagingException failure) {
        for (Throwable each = failure; each instanceof MessagingException chained; each = chained.getNextException()) {
            switch (each) {
                case SMTPAddressFailedException address -> {
                    return address.getReturnCode();
                }
                case SMTPSenderFailedException sender -> {
                    return NONE;
                }
                case SMTPSendFailedException sending
                when !(sending.getNextException() instanceof MessagingException) -> {
                    return sending.getReturnCode();
                }
                default -> {}
            }
        }
        return NONE;
    }
}
