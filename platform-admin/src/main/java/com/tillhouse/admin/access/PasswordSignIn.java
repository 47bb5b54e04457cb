package com.tillhouse.admin.access;

import com.tillhouse.core.tenant.FindMember;
import com.tillhouse.core.tenant.Person;
import java.time.InstantSource;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.TransactionException;

/** Signs in by e-mail and password. An unknown e-mail and a wrong password end alike. */
final class PasswordSignIn implements AuthenticationProvider {
    private final FindMember members;
    private final MemberActs acts;
    private final SignInThrottlePolicy throttle;
    private final InstantSource clock;

    PasswordSignIn(FindMember members, MemberActs acts, SignInThrottlePolicy throttle, InstantSource clock) {
        this.clock = clock;
        this.acts = acts;
        this.members = members;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = attempt.getName();
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        if (!throttle.admit(email, address)) {
            acts.failed(email, address);
            throw new LockedException("too many attempts");
        }
        Person person = find(email, String.valueOf(attempt.getCredentials()), address);
        throttle.succeeded(email, address);
        return UsernamePasswordAuthenticationToken.authenticated(
                SignedInMember.of(person),
                null,
                List.of(
                        new SimpleGrantedAuthority("ROLE_MEMBER"),
                        ShownFactors.at(ShownFactors.PASSWORD, clock.instant())));
    }

    private Person find(String email, String password, String address) {
        try {
            Person person = members.byPassword(email, password).orElseThrow(() -> refused(email, address));
            acts.signedIn(person.id(), address);
            return person;
        } catch (DataAccessException | TransactionException e) {
            throw new InternalAuthenticationServiceException("sign-in could not be checked", e);
        }
    }

    private BadCredentialsException refused(String email, String address) {
        acts.failed(email, address);
        return new BadCredentialsException("unknown e-mail or wrong password");
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
