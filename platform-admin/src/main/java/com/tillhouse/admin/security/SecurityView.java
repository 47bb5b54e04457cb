package com.tillhouse.admin.security;

import com.tillhouse.admin.access.PasskeyPrompt;
import com.tillhouse.admin.access.StepUp;
import com.tillhouse.core.factor.domain.RecoveryCode;
import com.tillhouse.core.factor.domain.SecondFactors;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The signed-in person's own second factors. */
@Route(value = StepUp.SECURITY_PAGE, autoLayout = false)
@PageTitle("Your security · Tillhouse")
@PermitAll
class SecurityView extends Main implements BeforeEnterObserver {
    private static final int SHOWN_FOR_MILLIS = 4_000;

    private final transient SecurityDesk desk;

    SecurityView(SecurityDesk desk) {
        this.desk = desk;
        addClassNames("page", "account-page", "person-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        fill();
    }

    private void fill() {
        removeAll();
        PasskeyPrompt.prepare(UI.getCurrent());
        SecondFactors factors = desk.factors();
        Anchor back = new Anchor("", "← Your businesses");
        back.addClassName("back");
        Paragraph kicker = new Paragraph(desk.email());
        kicker.addClassName("kicker");
        Paragraph lead = new Paragraph(
                "A second factor is asked for when you sign in, and before you change what moves money, keys, addresses or the team.");
        lead.addClassName("muted");
        add(back, kicker, new H1("Your security"), lead, app(factors), new PasskeysCard(desk, factors, this::changed));
        if (!factors.any() && desk.operator()) {
            Paragraph needed = new Paragraph("Operators need a second factor before they see anything.");
            needed.addClassName("alarm");
            needed.setId("operators-need-one");
            addComponentAtIndex(indexOf(lead) + 1, needed);
        }
        if (factors.any()) {
            add(recoveryCodes(factors));
        }
    }

    private FactorCard app(SecondFactors factors) {
        if (factors.totp()) {
            Button remove = new Button("Remove", click -> desk.stepUp().then(this::removeApp));
            remove.setId("app-remove");
            return new FactorCard(
                    "Authenticator app",
                    "On",
                    true,
                    "Your app shows a code of six digits, a new one every 30 seconds.",
                    remove);
        }
        Button setUp = new Button(
                "Set up",
                click -> desk.stepUp().thenAdd(() -> new AppDialog(desk, desk.beginApp(), this::appIsOn).open()));
        setUp.setId("app-set-up");
        setUp.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new FactorCard(
                "Authenticator app",
                "Off",
                false,
                "Any app for one-time codes will do, on your phone or in a password manager.",
                setUp);
    }

    private FactorCard recoveryCodes(SecondFactors factors) {
        Button renew = new Button("Make new codes", click -> desk.stepUp().then(this::showNewCodes));
        renew.setId("recovery-renew");
        return new FactorCard(
                "Recovery codes",
                factors.recoveryCodes() + " of " + RecoveryCode.NUMBER + " left",
                factors.recoveryCodes() > 2,
                "They stand in for a lost phone, once each. New codes make the ones before void.",
                renew);
    }

    private void appIsOn() {
        say("Your authenticator app is on");
        changed();
    }

    /** Whoever has a first factor and no codes for a lost device gets some. */
    private void changed() {
        SecondFactors factors = desk.factors();
        fill();
        if (factors.any() && factors.recoveryCodes() == 0) {
            showNewCodes();
        }
    }

    private void showNewCodes() {
        new RecoveryCodesDialog(desk.newRecoveryCodes(), this::fill).open();
    }

    private void removeApp() {
        desk.removeApp();
        say("Your authenticator app is removed");
        fill();
    }

    private static void say(String what) {
        Notification.show(what, SHOWN_FOR_MILLIS, Notification.Position.BOTTOM_START);
    }
}
