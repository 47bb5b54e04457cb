package com.tillhouse.core.signin.usecase;

import com.tillhouse.core.shared.RandomId;
import com.tillhouse.core.signin.domain.SignIn;
import com.tillhouse.core.signin.port.SignInStore;
import com.tillhouse.core.tenant.PersonId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the list of who is signed in where, and tells of each sign-in whether it still counts. */
public final class FollowSignIn {
    private static final int LONGEST_AGENT = 200;
    private static final int LONGEST_ADDRESS = 100;

    private final SignInStore signIns;
    private final InstantSource clock;

    public FollowSignIn(SignInStore signIns, InstantSource clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    /** A person has signed in from there; answers the id to follow it by. */
    public String begin(PersonId person, String address, @Nullable String agent) {
        Instant now = clock.instant();
        SignIn signIn = new SignIn(
                RandomId.withPrefix("si_"),
                person,
                cut(address, LONGEST_ADDRESS),
                agent == null ? null : cut(agent.replaceAll("\\p{Cntrl}", " ").strip(), LONGEST_AGENT),
                now,
                now,
                now.plus(SignIn.LONGEST));
        signIns.begin(signIn);
        return signIn.id();
    }

    /**
     * True while the sign-in counts: not ended by anybody, not idle or older than allowed, its person not disabled.
     *
     * @param acts true when somebody does something, which keeps it from being idle
     */
    public boolean counts(String id, boolean acts) {
        Instant now = clock.instant();
        SignIn signIn = signIns.find(id).filter(found -> found.lasts(now)).orElse(null);
        if (signIn == null) {
            return false;
        }
        if (acts && !now.isBefore(signIn.lastSeenAt().plus(SignIn.SEEN_NOTED_EVERY))) {
            signIns.seen(id, now);
        }
        return true;
    }

    /** The person's sign-ins that count, the one seen last first. */
    public List<SignIn> of(PersonId person) {
        return signIns.lasting(person, clock.instant());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
