package com.tillhouse.admin.account;

import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.admin.look.RoleWord;
import com.tillhouse.core.shared.PlatformException;
import com.tillhouse.core.team.domain.InvitationOffer;
import com.tillhouse.core.team.usecase.AcceptInvitation;
import com.tillhouse.core.team.usecase.FindInvitation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;

/** Where somebody who has a sign-in already accepts an invitation, once it is signed in. */
@Route(value = "join/accept", autoLayout = false)
@PageTitle("Join · Tillhouse")
@PermitAll
class AcceptView extends Card implements BeforeEnterObserver {
    private final transient FindInvitation invitations;
    private final transient AcceptInvitation accept;
    private final transient MemberActs acts;
    private final TenantAccess access;
    private final AuthenticationContext authentication;
    private final transient AddressThrottlePolicy throttle;

    AcceptView(
            FindInvitation invitations,
            AcceptInvitation accept,
            MemberActs acts,
            TenantAccess access,
            AuthenticationContext authentication,
            AddressThrottlePolicy throttle) {
        super("accept");
        this.invitations = invitations;
        this.accept = accept;
        this.acts = acts;
        this.access = access;
        this.authentication = authentication;
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
            InvitationOffer offer = invitations.offer(token);
            if (offer.email().value().equals(access.member().email())) {
                show(
                        "Join " + offer.business(),
                        "You are signed in as " + offer.email() + ", and are invited as " + RoleWord.of(offer.role())
                                + ".",
                        act("accept-submit", "Accept", () -> accept(token, offer)));
            } else {
                Button out = new Button("Sign out", click -> authentication.logout());
                out.setId("sign-out");
                tell(
                        "Sign in with another address",
                        "This invitation is for " + offer.email() + ". You are signed in as "
                                + access.member().email() + ".",
                        out);
            }
        } catch (PlatformException e) {
            tell("This invitation is closed", e.detail());
        }
    }

    private void accept(String token, InvitationOffer offer) {
        try {
            acts.record(() -> {
                accept.asSignedIn(token, access.member().id());
                return offer;
            });
            UI.getCurrent().navigate("t/" + offer.slug() + "/payments");
        } catch (PlatformException e) {
            trouble(e.detail());
        }
    }
}
