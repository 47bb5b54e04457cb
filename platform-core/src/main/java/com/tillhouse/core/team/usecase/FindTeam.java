package com.tillhouse.core.team.usecase;

import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.team.domain.Team;

/** Shows a tenant its team. */
public final class FindTeam {
    private final UnitOfWork unitOfWork;
    private final TeamBooks books;

    public FindTeam(UnitOfWork unitOfWork, TeamBooks books) {
        this.unitOfWork = unitOfWork;
        this.books = books;
    }

    /** Members, and invitations that nobody answered yet. */
    public Team of(TenantId tenant) {
        return unitOfWork.inTenant(
                tenant,
                () -> new Team(books.team().members(tenant), books.invitations().open(tenant)));
    }
}
