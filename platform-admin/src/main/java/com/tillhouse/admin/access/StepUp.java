package com.tillhouse.admin.access;

import com.tillhouse.core.factor.domain.PasskeyRefusedException;
import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.domain.SecondFactors;
import com.tillhouse.core.factor.usecase.FindSecondFactors;
import com.tillhouse.core.factor.usecase.ProvePasskey;
import com.tillhouse.core.factor.usecase.ProvePassword;
import com.tillhouse.core.factor.usecase.ProveSecondFactor;
import com.tillhouse.core.shared.Assurance;
import com.tillhouse.core.tenant.PersonId;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Before a privileged act: {@code stepUp.then(() -> …)}. Goes on at once when the person showed a second factor in the last five minutes; else asks for it
 * first. The core refuses such an act without it in any case ({@code StepUpPolicy}); this is what asks.
 */
@Component
public final class StepUp {
    private static final Logger LOG = LoggerFactory.getLogger(StepUp.class);

    /** Where a person looks after its factors. */
    public static final String SECURITY_PAGE = "security";

    private final TenantAccess access;
    private final ShownFactors shown;
    private final FindSecondFactors factors;
    private final ProveSecondFactor secondFactor;
    private final ProvePassword password;
    private final ProvePasskey passkeys;
    private final InstantSource clock;

    StepUp(
            TenantAccess access,
            ShownFactors shown,
            FindSecondFactors factors,
            ProveSecondFactor secondFactor,
            ProvePassword password,
            ProvePasskey passkeys,
            InstantSource clock) {
        this.passkeys = passkeys;
        this.clock = clock;
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
            return;
        }
        SecondFactors known = factors.of(person());
        if (!known.any()) {
            new NoFactorDialog().open();
            return;
        }
        StepUpDialog dialog = StepUpDialog.forSecondFactor(known.totp(), this::showsSecondFactor, act);
        if (!known.passkeys().isEmpty()) {
            dialog.offerPasskey(this::asksPasskey);
        }
        dialog.open();
    }

    /** Asks the browser for one of the person's passkeys; runs what is to be done when it is. */
    private void asksPasskey(SerializableRunnable fits, SerializableConsumer<String> refused) {
        AskedChallenge asked = new AskedChallenge(clock.instant());
        PasskeyPrompt.get(
                passkeys.ask(person(), asked.challenge()),
                answer -> {
                    try {
                        passkeys.is(person(), answer, asked.take(clock.instant()));
                    } catch (PasskeyRefusedException e) {
                        LOG.info("a passkey was refused: {}", e.detail());
                        refused.accept(e.detail());
                        return;
                    }
                    shown.show(ShownFactors.PASSKEY);
                    fits.run();
                },
                refused);
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

    /** For pages that nobody without a second factor may see: leads such a person to where one is added, and answers whether it did. */
    public boolean leadsToEnrolment(BeforeEnterEvent event) {
        boolean missing = !factors.of(person()).any();
        if (missing) {
            event.forwardTo(SECURITY_PAGE);
        }
        return missing;
    }

    /** The person has just shown a code of a new authenticator app. */
    public void showedNewApp() {
        shown.show(ShownFactors.TOTP);
    }

    /** The person has just made a passkey, and unlocked the device for it. */
    public void showedNewPasskey() {
        shown.show(ShownFactors.PASSKEY);
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
