package com.tillhouse.core.review;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what waits for a person, and what persons decided. */
public final class FindReviews {
    private final UnitOfWork unitOfWork;
    private final ReviewStore reviews;
    private final PersonRepository people;

    public FindReviews(UnitOfWork unitOfWork, ReviewStore reviews, PersonRepository people) {
        this.unitOfWork = unitOfWork;
        this.reviews = reviews;
        this.people = people;
    }

    /** A decision with the e-mail address of who made it. */
    public record Decided(ReviewDecision decision, String by) {}

    /** How many payments and refunds of this mode wait for a person; counts no further than {@code most}. */
    public int waiting(TenantId tenant, Mode mode, int most) {
        return unitOfWork.inTenant(tenant, () -> reviews.waiting(tenant, mode, most));
    }

    /** The decisions about one payment or refund, newest first; none for an object of others. */
    public List<Decided> decisions(TenantId tenant, String objectId) {
        List<ReviewDecision> made = unitOfWork.inTenant(tenant, () -> reviews.decisions(tenant, objectId));
        Map<PersonId, String> names = new HashMap<>();
        return made.stream()
                .map(one -> new Decided(one, names.computeIfAbsent(one.person(), this::name)))
                .toList();
    }

    private String name(PersonId person) {
        return people.byId(person)
                .map(Person::email)
                .map(EmailAddress::value)
                .orElseThrow(() -> new IllegalStateException("a person who decided is kept for ever: " + person));
    }
}
