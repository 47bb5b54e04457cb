package com.tillhouse.admin.account;

import com.tillhouse.core.signin.domain.PasswordReset;
import com.tillhouse.core.signin.usecase.RequestPasswordReset;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Asks for a new password. Says the same whether the address is known or not. */
@Route(value = "forgot-password", autoLayout = false)
@PageTitle("New password · Tillhouse")
@AnonymousAllowed
class ForgotPasswordView extends Card {
    private final transient RequestPasswordReset requests;
    private final transient AddressThrottlePolicy throttle;
    private final EmailField email = new EmailField("E-mail");

    ForgotPasswordView(RequestPasswordReset requests, AddressThrottlePolicy throttle) {
        super("forgot");
        this.requests = requests;
        this.throttle = throttle;
        email.setId("email");
        email.setAutocomplete(Autocomplete.USERNAME);
        email.setWidthFull();
        email.focus();
        Anchor back = new Anchor("sign-in", "Back to sign-in");
        back.addClassName("sign-in-other");
        show(
                "Choose a new password",
                "We send a link to your e-mail address.",
                email,
                act("forgot-submit", "Send the link", this::send),
                back);
    }

    private void send() {
        String typed = email.getValue();
        if (typed.isBlank()) {
            trouble("Type the e-mail address that you sign in with.");
            return;
        }
        if (!throttle.admit()) {
            trouble("Too many attempts. Wait " + AddressThrottlePolicy.WINDOW.toMinutes()
                    + " minutes, then try again.");
            return;
        }
        requests.request(typed);
        Anchor back = new Anchor("sign-in", "Back to sign-in");
        tell(
                "Look into your mailbox",
                "If somebody signs in with this address, we have sent a link. It works for "
                        + PasswordReset.OPEN.toMinutes() + " minutes.",
                back);
    }
}
