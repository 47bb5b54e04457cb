package com.tillhouse.core.signin.domain;

import com.tillhouse.core.mail.domain.MailContent;
import java.net.URI;
import java.util.List;

/** What the mails about passwords say. */
public final class PasswordMails {
    private PasswordMails() {}

    /** To whoever asked for a new password. */
    public static MailContent reset(URI resetPassword) {
        return new MailContent(
                "Choose a new password",
                List.of(
                        "Somebody asked for a new password for your Tillhouse sign-in. If that was you, choose one now.",
                        "The link works once, within " + PasswordReset.OPEN.toMinutes() + " minutes."),
                new MailContent.Link("Choose a new password", resetPassword),
                "If it was not you, ignore this mail: your password stays as it is.");
    }

    /** To whose password is another now. */
    public static MailContent changed(URI forgotPassword) {
        return new MailContent(
                "Your password was changed",
                List.of(
                        "The password of your Tillhouse sign-in was changed just now.",
                        "If that was not you, choose a new one at once and tell the owners of your business."),
                new MailContent.Link("It was not me", forgotPassword),
                "You get this whenever your password changes.");
    }
}
