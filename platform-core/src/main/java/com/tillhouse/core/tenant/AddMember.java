package com.tillhouse.core.tenant;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.audit.domain.AuditNote;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Binds a person to a tenant. A new e-mail address makes a new person; a known one keeps its own password. */
public final class AddMember {
    private final UnitOfWork unitOfWork;
    private final PersonRepository people;
    private final MemberRepository members;
    private final PasswordVault passwords;
    private final RecordAudit audit;
    private final InstantSource clock;

    public AddMember(
            UnitOfWork unitOfWork,
            PersonRepository people,
            MemberRepository members,
            PasswordVault passwords,
            RecordAudit audit,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.people = people;
        this.members = members;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Answers the person; refuses one who is a member already. */
    public PersonId handle(AddMemberCommand command) {
        PersonId person = people.byEmail(command.email()).map(Person::id).orElseGet(() -> newPerson(command));
        unitOfWork.runInTenant(command.tenant(), () -> {
            if (members.find(command.tenant(), person).isPresent()) {
                throw new AlreadyMemberException();
            }
            members.add(command.tenant(), new Member(command.tenant(), person, command.role(), clock.instant()));
            audit.record(
                    command.tenant(),
                    AuditNote.of(AuditAction.MEMBER_ADDED, person.toString())
                            .with("email", command.email().value())
                            .with("role", command.role()));
        });
        return person;
    }

    private PersonId newPerson(AddMemberCommand command) {
        Instant now = clock.instant();
        PersonId id = new PersonId(UUID.randomUUID());
        people.add(new Person(id, command.email(), passwords.hash(command.password()), now, null));
        return id;
    }
}
