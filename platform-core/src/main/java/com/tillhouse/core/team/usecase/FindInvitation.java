package com.tillhouse.core.team.usecase;

import com.tillhouse.core.mail.domain.MailToken;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.team.domain.Invitation;
import com.tillhouse.core.team.domain.InvitationClosedException;
import com.tillhouse.core.team.domain.InvitationOffer;
import com.tillhouse.core.tenant.PersonRepository;
import com.tillhouse.core.tenant.Tenant;
import java.time.InstantSource;

/** Tells whoever has a token what it is invited to. */
public final class FindInvitation {
    private final UnitOfWork unitOfWork;
    private final TeamBooks books;
    private final PersonRepository people;
    private final InstantSource clock;

    public FindInvitation(UnitOfWork unitOfWork, TeamBooks books, PersonRepository people, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.books = books;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The invitation with this token.
     *
     * @param token as it came in a link; anything at all
     * @throws InvitationClosedException when it opens none, for whatever reason
     */
    public InvitationOffer offer(String token) {
        MailToken read = MailToken.read(token).orElseThrow(InvitationClosedException::new);
        TenantId tenant = books.invitations().tenantOf(read).orElseThrow(InvitationClosedException::new);
        Invitation invitation = unitOfWork.inTenant(tenant, () -> open(tenant, read));
        Tenant business = unitOfWork.inTenant(tenant, () -> books.business(tenant));
        return new InvitationOffer(
                invitation.id(),
                business.name(),
                business.slug(),
                invitation.email(),
                invitation.role(),
                people.byEmail(invitation.email()).isPresent());
    }

    private Invitation open(TenantId tenant, MailToken token) {
        return books.invitations()
                .ofToken(tenant, token)
                .filter(found -> found.open(clock.instant()))
                .orElseThrow(InvitationClosedException::new);
    }
}
