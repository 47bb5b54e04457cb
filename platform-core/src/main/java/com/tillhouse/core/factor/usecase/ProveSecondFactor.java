package com.tillhouse.core.factor.usecase;

import com.tillhouse.core.factor.domain.AttemptWindow;
import com.tillhouse.core.factor.domain.KeptTotp;
import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.domain.RecoveryCode;
import com.tillhouse.core.factor.domain.Totp;
import com.tillhouse.core.factor.port.FactorAttemptStore;
import com.tillhouse.core.factor.port.RecoveryCodeStore;
import com.tillhouse.core.factor.port.TotpVault;
import com.tillhouse.core.tenant.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/** Tells whether a code is the person's. Each code is good once; attempts are counted before the code is looked at. */
public final class ProveSecondFactor {
    /** How long attempts count, and how many there may be. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    public static final int MOST_ATTEMPTS = 5;

    static final AttemptWindow ATTEMPTS = new AttemptWindow(WINDOW, 50, Duration.ofDays(1));

    private final TotpVault apps;
    private final RecoveryCodeStore recoveryCodes;
    private final FactorAttemptStore attempts;
    private final RecordFactorAct acts;
    private final InstantSource clock;

    public ProveSecondFactor(
            TotpVault apps,
            RecoveryCodeStore recoveryCodes,
            FactorAttemptStore attempts,
            RecordFactorAct acts,
            InstantSource clock) {
        this.apps = apps;
        this.recoveryCodes = recoveryCodes;
        this.attempts = attempts;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Looks at a code of the authenticator app, or at a recovery code.
     *
     * @param typed as somebody typed it, spaces and all
     */
    public Proof byCode(PersonId person, String typed) {
        Instant now = clock.instant();
        if (attempts.count(person, now, ATTEMPTS) > MOST_ATTEMPTS) {
            return Proof.WAIT;
        }
        if (usesApp(person, typed.replaceAll("\\s", ""), now) || usesRecoveryCode(person, typed, now)) {
            attempts.clear(person);
            return Proof.FITS;
        }
        return Proof.WRONG;
    }

    private boolean usesApp(PersonId person, String code, Instant now) {
        KeptTotp app = apps.find(person).filter(KeptTotp::confirmed).orElse(null);
        OptionalLong step = app == null ? OptionalLong.empty() : Totp.match(app.secret(), code, now);
        return app != null && step.isPresent() && apps.use(person, app.version(), step.getAsLong());
    }

    private boolean usesRecoveryCode(PersonId person, String typed, Instant now) {
        boolean used = RecoveryCode.read(typed)
                .filter(code -> recoveryCodes.use(person, code, now))
                .isPresent();
        if (used) {
            acts.recoveryCodeUsed(person, recoveryCodes.left(person));
        }
        return used;
    }
}
