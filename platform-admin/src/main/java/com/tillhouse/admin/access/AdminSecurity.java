package com.tillhouse.admin.access;

import com.tillhouse.core.signin.usecase.FollowSignIn;
import com.tillhouse.core.tenant.FindMember;
import com.tillhouse.core.trail.usecase.RecordAct;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.ExceptionMappingAuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Everything but the sign-in page needs a signed-in member; each view says so again by its annotation. */
@Configuration(proxyBeanMethods = false)
class AdminSecurity {
    /** Vaadin's client needs inline scripts and eval; so nothing made by a tenant may ever be served from this host. */
    private static final String CONTENT_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "frame-src 'none'",
            "manifest-src 'self'",
            "frame-ancestors 'none'");

    /** What no page of ours needs; passkeys stay possible. */
    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain adminChain(
            HttpSecurity http,
            FindMember members,
            MemberActs acts,
            SignInThrottlePolicy throttle,
            SignInCheckFilter signIns,
            SecondStep secondStep,
            RecordAct requests,
            VaadinDefaultRequestCache wanted)
            throws Exception {
        wanted.setDelegateRequestCache(unmarked());
        // not a bean: Spring would ask it a second time, and a failure would count twice
        http.authenticationProvider(new PasswordSignIn(members, acts, throttle, secondStep))
                .addFilterBefore(new SameOriginFilter(), SecurityContextHolderFilter.class)
                .addFilterAfter(signIns, SecurityContextHolderFilter.class)
                .addFilterAfter(new SignedInActorFilter(requests), AuthorizationFilter.class)
                .authorizeHttpRequests(paths -> paths.requestMatchers("/styles.css", "/icon.svg", "/js/**", "/aura/**")
                        .permitAll())
                .formLogin(form -> form.loginPage("/" + SignInView.PATH)
                        .usernameParameter("email")
                        .authenticationDetailsSource(SignInDetails::new)
                        .failureHandler(failures()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.deny())
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .withObjectPostProcessor(early()));
        return http.with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(SignInView.class).addLogoutHandler(new SignOut(acts)))
                .build();
    }

    @Bean
    SignInCheckFilter signInCheckFilter(FollowSignIn signIns, InstantSource clock) {
        return new SignInCheckFilter(signIns, clock);
    }

    /** Only within the chain, which knows who is signed in. */
    @Bean
    FilterRegistrationBean<SignInCheckFilter> signInCheckOnlyInTheChain(SignInCheckFilter signIns) {
        FilterRegistrationBean<SignInCheckFilter> registration = new FilterRegistrationBean<>(signIns);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    SessionRenewal sessionRenewal() {
        return HttpServletRequest::changeSessionId;
    }

    /** Vaadin's pages are written by a forward, which commits past the usual last moment. */
    private static ObjectPostProcessor<HeaderWriterFilter> early() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    /** Leads back to where somebody wanted to go, without a mark of that in the address. */
    @SuppressWarnings("NullAway") // null is the documented way to say: no mark
    private static RequestCache unmarked() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static AuthenticationFailureHandler failures() {
        var handler = new ExceptionMappingAuthenticationFailureHandler();
        handler.setDefaultFailureUrl("/" + SignInView.PATH + "?error");
        handler.setExceptionMappings(Map.of(
                CredentialsExpiredException.class.getName(), "/" + SignInView.PATH + "?again",
                SecondStep.RefusedPasskey.class.getName(), "/" + SignInView.PATH + "?passkey",
                LockedException.class.getName(), "/" + SignInView.PATH + "?wait",
                InternalAuthenticationServiceException.class.getName(), "/" + SignInView.PATH + "?unavailable"));
        return (request, response, failure) -> {
            if (failure instanceof SecondStepException step) {
                SignInDetails.keep(request, step.pending());
                response.sendRedirect(request.getContextPath() + "/" + step.page());
            } else {
                SignInDetails.forget(request);
                handler.onAuthenticationFailure(request, response, failure);
            }
        };
    }
}
