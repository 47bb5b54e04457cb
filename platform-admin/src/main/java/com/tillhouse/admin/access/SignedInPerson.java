package com.tillhouse.admin.access;

import com.tillhouse.core.operator.domain.OperatorAtWork;
import com.tillhouse.core.tenant.PersonId;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the core for whom each thread of this app works, so that no code path lets an operator into a tenant without an open access. */
@Component
final class SignedInPerson implements OperatorAtWork {

    @Override
    public Optional<PersonId> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInMember member
                ? Optional.of(member.id())
                : Optional.empty();
    }
}
