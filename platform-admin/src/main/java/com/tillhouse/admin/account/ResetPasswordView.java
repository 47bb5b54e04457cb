package com.tillhouse.admin.account;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.signin.domain.ResetClosedException;
import com.tillhouse.core.signin.usecase.ResetPassword;
import com.tillhouse.core.tenant.EmailAddress;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where the link of a mail leads to choose a new password. Signs nobody in. */
@Route(value = "reset-password", autoLayout = false)
@PageTitle("New password · Tillhouse")
@AnonymousAllowed
class ResetPasswordView extends Card implements BeforeEnterObserver {
    private final transient ResetPassword passwords;
    private final transient MemberActs acts;
    private final transient AddressThrottlePolicy throttle;
    private final PasswordField password = newPassword("New password");

    ResetPasswordView(ResetPassword passwords, MemberActs acts, AddressThrottlePolicy throttle) {
        super("reset");
        this.acts = acts;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = token(event);
        if (!throttle.admit()) {
            tell("Too many attempts", "Wait a quarter of an hour, then open the link again.");
            return;
        }
        try {
            ask(token, passwords.offer(token));
        } catch (ResetClosedException e) {
            closed(e);
        }
    }

    private void ask(String token, EmailAddress whose) {
        EmailField email = new EmailField("E-mail");
        email.setAutocomplete(Autocomplete.USERNAME);
        email.setValue(whose.value());
        email.setReadOnly(true);
        email.setWidthFull();
        show(
                "Choose a new password",
                "You are signed out everywhere when you save it.",
                email,
                password,
                act("reset-submit", "Save", () -> reset(token)));
    }

    private void reset(String token) {
        try {
            acts.recordOf("password-reset", () -> {
                passwords.reset(token, password.getValue());
                return true;
            });
            password.clear();
            tell("Your password is changed", "Sign in with it.", link("sign-in", "Sign in", "to-sign-in"));
        } catch (InvalidRequestException e) {
            trouble(e);
        } catch (ResetClosedException e) {
            closed(e);
        }
    }

    private void closed(ResetClosedException e) {
        tell("This link is closed", e.detail(), link("forgot-password", "Ask for a new link", "ask-again"));
    }

    private static Anchor link(String target, String text, String id) {
        Anchor link = new Anchor(target, text);
        link.addClassName("primary");
        link.setId(id);
        link.setRouterIgnore(true);
        return link;
    }
}
