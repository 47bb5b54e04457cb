package com.tillhouse.core.team.domain;

import com.tillhouse.core.mail.domain.MailContent;
import com.tillhouse.core.tenant.Role;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** What the mails about teams say. */
public final class TeamMails {
    private static final String WHY = "You get this because you own this business on Tillhouse.";

    private TeamMails() {}

    /** To whoever is asked to join. */
    public static MailContent invitation(String business, String inviter, Role role, URI join) {
        return new MailContent(
                "Join " + business + " on Tillhouse",
                List.of(
                        inviter + " invites you to " + business + " on Tillhouse, as " + word(role) + ".",
                        "The link is for you alone. It works once, within seven days."),
                new MailContent.Link("Accept the invitation", join),
                "Nothing happens if you don’t follow the link. If you don’t know " + business + ", ignore this mail.");
    }

    /** To the owners, when somebody accepted. */
    public static MailContent joined(String business, String email, Role role, URI team) {
        return new MailContent(
                email + " joined " + business,
                List.of(email + " accepted your invitation and is now a member of " + business + ", as " + word(role)
                        + "."),
                new MailContent.Link("See your team", team),
                WHY);
    }

    /** To a member, whose role is another now. */
    public static MailContent roleChanged(String business, Role before, Role after, URI home) {
        return new MailContent(
                "Your role at " + business + " has changed",
                List.of("You were " + word(before) + " at " + business + ", and are now " + word(after) + "."),
                new MailContent.Link("Open Tillhouse", home),
                "Ask an owner of " + business + " if you did not expect this.");
    }

    /** To somebody who is no member any more. */
    public static MailContent removed(String business) {
        return new MailContent(
                "You are no longer a member of " + business,
                List.of("An owner of " + business
                        + " took you out of its team on Tillhouse. You can’t see or do anything there any more."),
                null,
                "Ask an owner of " + business + " if you did not expect this.");
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
