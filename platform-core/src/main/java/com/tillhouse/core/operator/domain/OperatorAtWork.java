package com.tillhouse.core.operator.domain;

import com.tillhouse.core.tenant.PersonId;
import java.util.Optional;

/**
 * Tells for whom the running thread works, if somebody is signed in. An app with a door for persons says so; then no unit of work lets an operator
 * into a tenant without an open access, whatever code asks for it.
 */
@FunctionalInterface
public interface OperatorAtWork {
    /** For apps that nobody signs in to. */
    OperatorAtWork NOBODY = Optional::empty;

    /** The signed-in person, operator or not. */
    Optional<PersonId> person();
}
