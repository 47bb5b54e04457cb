package com.tillhouse.admin.account;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.look.RoleWord;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.PlatformException;
import com.tillhouse.core.team.domain.InvitationClosedException;
import com.tillhouse.core.team.domain.InvitationOffer;
import com.tillhouse.core.team.domain.SignInFirstException;
import com.tillhouse.core.team.usecase.AcceptInvitation;
import com.tillhouse.core.team.usecase.FindInvitation;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Where the link of an invitation leads: somebody new says what it is called and chooses a password; somebody known signs in. */
@Route(value = "join", autoLayout = false)
@PageTitle("Join · Tillhouse")
@AnonymousAllowed
class JoinView extends Card implements BeforeEnterObserver {
    private final transient FindInvitation invitations;
    private final transient AcceptInvitation accept;
    private final transient MemberActs acts;
    private final transient AddressThrottlePolicy throttle;
    private final TextField name = new TextField("Your name");
    private final PasswordField password = newPassword("Password");

    JoinView(FindInvitation invitations, AcceptInvitation accept, MemberActs acts, AddressThrottlePolicy throttle) {
        super("join");
        this.acts = acts;
        this.invitations = invitations;
        this.accept = accept;
        this.throttle = throttle;
        name.setId("name");
        name.setAutocomplete(Autocomplete.NAME);
        name.setWidthFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = token(event);
        if (!throttle.admit()) {
            tooMany();
            return;
        }
        try {
            InvitationOffer offer = invitations.offer(token);
            if (offer.known()) {
                signInFirst(token, offer.business());
            } else {
                ask(token, offer);
            }
        } catch (InvitationClosedException e) {
            tell("This invitation is closed", e.detail());
        }
    }

    private void ask(String token, InvitationOffer offer) {
        // shows password managers whose password it is
        EmailField email = new EmailField("E-mail");
        email.setId("email");
        email.setAutocomplete(Autocomplete.USERNAME);
        email.setValue(offer.email().value());
        email.setReadOnly(true);
        email.setWidthFull();
        show(
                "Join " + offer.business(),
                "You are invited as " + RoleWord.of(offer.role()) + ".",
                email,
                name,
                password,
                act("join-submit", "Join", () -> join(token, offer)));
    }

    private void join(String token, InvitationOffer offer) {
        if (!throttle.admit()) {
            tooMany();
            return;
        }
        try {
            acts.recordOf(offer.id(), () -> accept.asNewcomer(token, name.getValue(), password.getValue()));
            password.clear();
            Anchor signIn = new Anchor("sign-in", "Sign in");
            signIn.addClassName("primary");
            signIn.setId("to-sign-in");
            signIn.setRouterIgnore(true);
            tell(
                    "Welcome to " + offer.business(),
                    "You are a member now. Sign in with " + offer.email() + " and your new password.",
                    signIn);
        } catch (InvalidRequestException e) {
            trouble(e);
        } catch (SignInFirstException e) {
            signInFirst(token, offer.business());
        } catch (PlatformException e) {
            trouble(e.detail());
        }
    }

    private void signInFirst(String token, String business) {
        Anchor signIn = new Anchor("join/accept?token=" + token, "Sign in and accept");
        signIn.addClassName("primary");
        signIn.setId("sign-in-and-accept");
        signIn.setRouterIgnore(true);
        tell("Join " + business, new SignInFirstException().detail(), signIn);
    }

    private void tooMany() {
        tell(
                "Too many attempts",
                "Wait " + AddressThrottlePolicy.WINDOW.toMinutes() + " minutes, then open the link again.");
    }
}
