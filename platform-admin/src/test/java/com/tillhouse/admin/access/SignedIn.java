package com.tillhouse.admin.access;

import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonRepository;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** Runs a test as the person with this e-mail address. */
@Retention(RetentionPolicy.RUNTIME)
@WithSecurityContext(factory = SignedIn.Factory.class)
public @interface SignedIn {
    String value();

    /** What the person showed just now; a second factor, unless said otherwise. */
    String[] shown() default {ShownFactors.PASSWORD, ShownFactors.TOTP};

    /** Finds the person as sign-in would. */
    final class Factory implements WithSecurityContextFactory<SignedIn> {
        private final PersonRepository people;

        Factory(PersonRepository people) {
            this.people = people;
        }

        @Override
        public SecurityContext createSecurityContext(SignedIn who) {
            Person person = people.byEmail(new EmailAddress(who.value())).orElseThrow();
            List<GrantedAuthority> granted = new ArrayList<>(List.of(new SimpleGrantedAuthority("ROLE_MEMBER")));
            Stream.of(who.shown()).map(FactorGrantedAuthority::fromAuthority).forEach(granted::add);
            return new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(SignedInMember.of(person), null, granted));
        }
    }
}
