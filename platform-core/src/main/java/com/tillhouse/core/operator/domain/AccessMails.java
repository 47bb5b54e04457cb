package com.tillhouse.core.operator.domain;

import com.tillhouse.core.mail.domain.MailContent;
import java.net.URI;
import java.util.List;

/** What the mails about accesses say. */
public final class AccessMails {
    private static final String WHY =
            "You get this because you own this business on Tillhouse, and it wants to be asked first.";

    private AccessMails() {}

    /** An operator waits for an owner. */
    public static MailContent asks(String business, AccessGrant grant, URI page) {
        return new MailContent(
                "Tillhouse asks to look into " + business,
                List.of(
                        grant.operatorName() + " of Tillhouse asks to look into " + business + " for "
                                + grant.length().toMinutes() + " minutes.",
                        "The reason given: " + grant.reason(),
                        "Nothing is seen until an owner agrees. After a day the request lapses."),
                new MailContent.Link("Let in or refuse", page),
                WHY);
    }

    /** An operator did not wait. */
    public static MailContent forced(String business, AccessGrant grant, URI page) {
        return new MailContent(
                "Tillhouse looks into " + business + " without your consent",
                List.of(
                        grant.operatorName() + " of Tillhouse has access to " + business + " now, for "
                                + grant.length().toMinutes() + " minutes, without waiting for your consent.",
                        "The reason given: " + grant.reason(),
                        "You can end it at once. Every page that is opened is in your audit trail."),
                new MailContent.Link("See it and end it", page),
                WHY);
    }
}
