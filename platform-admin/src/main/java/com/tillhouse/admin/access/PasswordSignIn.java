package com.tillhouse.admin.access;

import com.tillhouse.core.tenant.FindMember;
import com.tillhouse.core.tenant.Person;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.TransactionException;

/**
 * Signs in by a passkey, or by e-mail and password, and by a second factor those who have one: until that is shown, nobody is signed in. An unknown e-mail and a wrong password
 * end alike.
 */
final class PasswordSignIn implements AuthenticationProvider {
    private final FindMember members;
    private final MemberActs acts;
    private final SignInThrottlePolicy throttle;
    private final SecondStep secondStep;

    PasswordSignIn(FindMember members, MemberActs acts, SignInThrottlePolicy throttle, SecondStep secondStep) {
        this.acts = acts;
        this.members = members;
        this.throttle = throttle;
        this.secondStep = secondStep;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        try {
            SecondStep.Passed passed = passed(attempt, address);
            acts.signedIn(passed.person().id(), address);
            List<GrantedAuthority> granted = new ArrayList<>(passed.shown());
            granted.add(new SimpleGrantedAuthority("ROLE_MEMBER"));
            return UsernamePasswordAuthenticationToken.authenticated(SignedInMember.of(passed.person()), null, granted);
        } catch (DataAccessException | TransactionException e) {
            throw new InternalAuthenticationServiceException("sign-in could not be checked", e);
        }
    }

    private SecondStep.Passed passed(Authentication attempt, String address) {
        if (attempt.getDetails() instanceof SignInDetails details) {
            if (details.passkey() instanceof String answer) {
                return secondStep.passkey(details, answer);
            }
            if (details.code() instanceof String code) {
                return secondStep.code(details, code);
            }
        }
        return secondStep.after(find(attempt.getName(), String.valueOf(attempt.getCredentials()), address));
    }

    private Person find(String email, String password, String address) {
        if (!throttle.admit(email, address)) {
            acts.failed(email, address);
            throw new LockedException("too many attempts");
        }
        Person person = members.byPassword(email, password).orElseThrow(() -> refused(email, address));
        throttle.succeeded(email, address);
        return person;
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
