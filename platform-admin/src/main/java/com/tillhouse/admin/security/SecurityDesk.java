package com.tillhouse.admin.security;

import com.tillhouse.admin.access.AskedChallenge;
import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.StepUp;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.core.factor.domain.Passkey;
import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.domain.SecondFactors;
import com.tillhouse.core.factor.usecase.AddPasskey;
import com.tillhouse.core.factor.usecase.ChangePasskey;
import com.tillhouse.core.factor.usecase.EnrolTotp;
import com.tillhouse.core.factor.usecase.FindSecondFactors;
import com.tillhouse.core.factor.usecase.RemoveTotp;
import com.tillhouse.core.factor.usecase.RenewRecoveryCodes;
import com.tillhouse.core.factor.usecase.TotpEnrolment;
import com.tillhouse.core.tenant.PersonId;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The page's only way to second factors: always those of whoever is signed in. */
@Component
final class SecurityDesk {
    private final TenantAccess access;
    private final MemberActs acts;
    private final StepUp stepUp;
    private final FindSecondFactors find;
    private final EnrolTotp enrol;
    private final RemoveTotp remove;
    private final RenewRecoveryCodes renew;
    private final AddPasskey addPasskey;
    private final ChangePasskey changePasskey;
    private final InstantSource clock;

    SecurityDesk(
            TenantAccess access,
            MemberActs acts,
            StepUp stepUp,
            FindSecondFactors find,
            EnrolTotp enrol,
            RemoveTotp remove,
            RenewRecoveryCodes renew,
            AddPasskey addPasskey,
            ChangePasskey changePasskey,
            InstantSource clock) {
        this.addPasskey = addPasskey;
        this.changePasskey = changePasskey;
        this.clock = clock;
        this.access = access;
        this.acts = acts;
        this.stepUp = stepUp;
        this.find = find;
        this.enrol = enrol;
        this.remove = remove;
        this.renew = renew;
    }

    StepUp stepUp() {
        return stepUp;
    }

    String email() {
        return access.member().email();
    }

    /** True for those who need a second factor to see anything at all. */
    boolean operator() {
        return access.operator();
    }

    SecondFactors factors() {
        return find.of(person());
    }

    TotpEnrolment beginApp() {
        return acts.record(() -> enrol.begin(person()));
    }

    Proof confirmApp(String code) {
        Proof proof = acts.record(() -> enrol.confirm(person(), code));
        if (proof == Proof.FITS) {
            stepUp.showedNewApp();
        }
        return proof;
    }

    void removeApp() {
        acts.record(() -> {
            remove.remove(person());
            return true;
        });
    }

    List<String> newRecoveryCodes() {
        return acts.record(() -> renew.renew(person()));
    }

    AskedChallenge challenge() {
        return new AskedChallenge(clock.instant());
    }

    /** What the browser is to be asked. */
    String askForPasskey(AskedChallenge asked) {
        return acts.record(() -> addPasskey.ask(person(), asked.challenge()));
    }

    void addPasskey(String name, String answer, AskedChallenge asked) {
        acts.record(() -> {
            addPasskey.add(person(), name, answer, asked.take(clock.instant()));
            return true;
        });
        stepUp.showedNewPasskey();
    }

    void renamePasskey(Passkey passkey, String name) {
        acts.record(() -> {
            changePasskey.rename(person(), passkey.id(), name);
            return true;
        });
    }

    void removePasskey(Passkey passkey) {
        acts.record(() -> {
            changePasskey.remove(person(), passkey.id());
            return true;
        });
    }

    private PersonId person() {
        return access.member().id();
    }
}
