package com.tillhouse.admin.access;

import com.tillhouse.core.factor.domain.PasskeyRefusedException;
import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.usecase.FindSecondFactors;
import com.tillhouse.core.factor.usecase.ProvePasskey;
import com.tillhouse.core.factor.usecase.ProveSecondFactor;
import com.tillhouse.core.tenant.FindMember;
import com.tillhouse.core.tenant.Person;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** What comes after the password: nothing for somebody without a second factor, a code for all others. A passkey needs no password: it is both. */
@Component
final class SecondStep {
    private static final Logger LOG = LoggerFactory.getLogger(SecondStep.class);

    private final FindMember members;
    private final FindSecondFactors factors;
    private final ProveSecondFactor secondFactor;
    private final ProvePasskey passkeys;
    private final MemberActs acts;
    private final InstantSource clock;

    SecondStep(
            FindMember members,
            FindSecondFactors factors,
            ProveSecondFactor secondFactor,
            ProvePasskey passkeys,
            MemberActs acts,
            InstantSource clock) {
        this.acts = acts;
        this.passkeys = passkeys;
        this.members = members;
        this.factors = factors;
        this.secondFactor = secondFactor;
        this.clock = clock;
    }

    /** Who is in, and what was shown for it. */
    record Passed(Person person, List<GrantedAuthority> shown) {}

    /** The password fits. Answers who is in with that alone, else asks for the second factor by an exception. */
    Passed after(Person person) {
        if (factors.of(person.id()).any()) {
            throw SecondStepException.asked(
                    new SignInDetails.Pending(person.id().toString(), clock.instant()));
        }
        return new Passed(person, List.of(ShownFactors.at(ShownFactors.PASSWORD, clock.instant())));
    }

    /** A passkey that did not show who it is; the same for every reason. */
    static final class RefusedPasskey extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        RefusedPasskey(Throwable cause) {
            super("the passkey was refused", cause);
        }
    }

    /** A passkey answered. */
    Passed passkey(SignInDetails details, String answer) {
        try {
            AskedChallenge asked = details.asked().orElseThrow(() -> new PasskeyRefusedException("nothing was asked"));
            Person person = members.person(passkeys.who(answer, asked.take(clock.instant())))
                    .orElseThrow(() -> new PasskeyRefusedException("the person is disabled"));
            return new Passed(person, List.of(ShownFactors.at(ShownFactors.PASSKEY, clock.instant())));
        } catch (PasskeyRefusedException e) {
            LOG.info("a passkey was refused at sign-in: {}", e.detail());
            throw new RefusedPasskey(e);
        }
    }

    /** A code came for a sign-in that is half-way in. */
    Passed code(SignInDetails details, String code) {
        SignInDetails.Pending pending = details.pending()
                .filter(kept -> !kept.over(clock.instant()))
                .orElseThrow(() -> new CredentialsExpiredException("the first step is too long ago"));
        Person person =
                members.person(pending.person()).orElseThrow(() -> new BadCredentialsException("disabled meanwhile"));
        Proof proof = secondFactor.byCode(person.id(), code);
        if (proof != Proof.FITS) {
            acts.failed(person.email().value(), details.getRemoteAddress());
            throw SecondStepException.failed(pending, proof);
        }
        return new Passed(
                person,
                List.of(
                        ShownFactors.at(ShownFactors.PASSWORD, pending.at()),
                        ShownFactors.at(ShownFactors.TOTP, clock.instant())));
    }
}
