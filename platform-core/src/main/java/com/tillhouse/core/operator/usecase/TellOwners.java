package com.tillhouse.core.operator.usecase;

import com.tillhouse.core.mail.domain.AdminAddress;
import com.tillhouse.core.mail.domain.MailContent;
import com.tillhouse.core.mail.domain.OutgoingMail;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessMails;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.team.usecase.TeamBooks;
import com.tillhouse.core.tenant.Role;
import com.tillhouse.core.tenant.Tenant;
import java.net.URI;
import java.time.InstantSource;

/** Writes to the owners of a tenant that wants to be asked first. In the unit of work of what they are told. */
public final class TellOwners {
    private final TeamBooks books;
    private final AdminAddress admin;
    private final InstantSource clock;

    public TellOwners(TeamBooks books, AdminAddress admin, InstantSource clock) {
        this.books = books;
        this.admin = admin;
        this.clock = clock;
    }

    /** That an operator asks to look in, or did not wait to be let in. */
    void of(AccessGrant grant) {
        Tenant business = books.tenants().find(grant.tenant()).orElseThrow(NotFoundException::new);
        URI page = admin.operators(business.slug());
        MailContent content = grant.breakGlass()
                ? AccessMails.forced(business.name(), grant, page)
                : AccessMails.asks(business.name(), grant, page);
        for (TeamMember member : books.team().members(grant.tenant())) {
            if (member.role() == Role.OWNER) {
                books.mails().add(OutgoingMail.to(member.email(), content, clock.instant(), AccessGrant.LAPSES_AFTER));
            }
        }
    }
}
