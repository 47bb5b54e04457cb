package com.tillhouse.admin.access;

import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.usecase.FindSecondFactors;
import com.tillhouse.core.factor.usecase.ProvePassword;
import com.tillhouse.core.factor.usecase.ProveSecondFactor;
import com.tillhouse.core.shared.Assurance;
import com.tillhouse.core.tenant.PersonId;
import org.springframework.stereotype.Component;

/**
 * Before a privileged act: {@code stepUp.then(() -> …)}. Goes on at once when the person showed a second factor in the last five minutes; else asks for it
 * first. The core refuses such an act without it in any case ({@code StepUpPolicy}); this is what asks.
 */
@Component
public final class StepUp {
    /** Where a person looks after its factors. */
    public static final String SECURITY_PAGE = "security";

    private final TenantAccess access;
    private final ShownFactors shown;
    private final FindSecondFactors factors;
    private final ProveSecondFactor secondFactor;
    private final ProvePassword password;

    StepUp(
            TenantAccess access,
            ShownFactors shown,
            FindSecondFactors factors,
            ProveSecondFactor secondFactor,
            ProvePassword password) {
        this.access = access;
        this.shown = shown;
        this.factors = factors;
        this.secondFactor = secondFactor;
        this.password = password;
    }

    /** Does the act once the person has shown a second factor; never when it does not, or has none. On the thread of a click. */
    public void then(Runnable act) {
        if (shown.assurance() == Assurance.SECOND_FACTOR) {
            act.run();
        } else if (factors.of(person()).any()) {
            StepUpDialog.forSecondFactor(this::showsSecondFactor, act).open();
        } else {
            new NoFactorDialog().open();
        }
    }

    /** As {@link #then}, for adding a factor: somebody who has none yet is asked for the password. */
    public void thenAdd(Runnable act) {
        boolean first = !factors.of(person()).any();
        if (!first) {
            then(act);
        } else if (shown.assurance() == Assurance.SESSION) {
            StepUpDialog.forPassword(this::showsPassword, act).open();
        } else {
            act.run();
        }
    }

    /** The person has just shown a code of a new authenticator app. */
    public void showedNewApp() {
        shown.show(ShownFactors.TOTP);
    }

    private Proof showsSecondFactor(String code) {
        Proof proof = secondFactor.byCode(person(), code);
        if (proof == Proof.FITS) {
            shown.show(ShownFactors.TOTP);
        }
        return proof;
    }

    private Proof showsPassword(String typed) {
        Proof proof = password.byPassword(person(), typed);
        if (proof == Proof.FITS) {
            shown.show(ShownFactors.PASSWORD);
        }
        return proof;
    }

    private PersonId person() {
        return access.member().id();
    }
}
