package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.audit.domain.AuditAction;
import com.tillhouse.core.factor.domain.FactorExistsException;
import com.tillhouse.core.factor.domain.KeptTotp;
import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.domain.Totp;
import com.tillhouse.core.factor.domain.TotpSecret;
import com.tillhouse.core.factor.port.FactorAttemptStore;
import com.tillhouse.core.factor.port.TotpVault;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.PersonRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/** Adds an authenticator app. It counts only once a code of it was shown. */
public final class EnrolTotp {
    private final PersonRepository people;
    private final TotpVault apps;
    private final FactorAttemptStore attempts;
    private final AllowFactor allow;
    private final RecordFactorAct acts;
    private final InstantSource clock;

    public EnrolTotp(
            PersonRepository people,
            TotpVault apps,
            FactorAttemptStore attempts,
            AllowFactor allow,
            RecordFactorAct acts,
            InstantSource clock) {
        this.people = people;
        this.apps = apps;
        this.attempts = attempts;
        this.allow = allow;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Makes a secret and answers it for the app; one that was begun before and not confirmed is void.
     *
     * @throws FactorExistsException when the person has an app; remove it first
     * @throws com.tillhouse.core.audit.domain.SecondFactorRequiredException when nothing shows that it is the person: {@link AllowFactor}
     */
    public TotpEnrolment begin(PersonId id) {
        allow.require(id);
        Person person = people.byId(id).filter(Person::enabled).orElseThrow(NotFoundException::new);
        TotpSecret secret = TotpSecret.fresh();
        if (!apps.begin(id, secret, clock.instant())) {
            throw new FactorExistsException();
        }
        return new TotpEnrolment(secret.text(), secret.uri(person.email().value()));
    }

    /** Makes the app count when this is a code of it. */
    public Proof confirm(PersonId person, String typed) {
        Instant now = clock.instant();
        if (attempts.count(person, now, ProveSecondFactor.ATTEMPTS) > ProveSecondFactor.MOST_ATTEMPTS) {
            return Proof.WAIT;
        }
        KeptTotp app = apps.find(person).filter(kept -> !kept.confirmed()).orElseThrow(NotFoundException::new);
        OptionalLong step = Totp.match(app.secret(), typed.replaceAll("\\s", ""), now);
        if (step.isEmpty() || !apps.confirm(person, app.version(), step.getAsLong(), now)) {
            return Proof.WRONG;
        }
        attempts.clear(person);
        acts.record(AuditAction.SECOND_FACTOR_ADDED, person, "authenticator app");
        return Proof.FITS;
    }
}
