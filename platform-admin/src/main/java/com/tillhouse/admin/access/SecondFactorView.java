package com.tillhouse.admin.access;

import com.tillhouse.admin.look.Mark;
import com.tillhouse.core.factor.domain.SecondFactors;
import com.tillhouse.core.factor.usecase.FindSecondFactors;
import com.tillhouse.core.factor.usecase.ProveSecondFactor;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import java.util.Set;

/** The second step of a sign-in: the code of the authenticator app, or a recovery code. */
@Route(value = SecondFactorView.PATH, autoLayout = false)
@PageTitle("Second step · Tillhouse")
@AnonymousAllowed
class SecondFactorView extends Main implements BeforeEnterObserver {
    static final String PATH = "sign-in/code";
    private static final Map<String, String> TROUBLES = Map.of(
            "error",
            "That isn’t right. A code is good once: wait for the next one.",
            "wait",
            "Too many attempts. Wait " + ProveSecondFactor.WINDOW.toMinutes() + " minutes, then try again.");

    private final transient FindSecondFactors factors;
    private final PasskeySignIn passkeys;
    private final Paragraph lead = new Paragraph();
    private final Paragraph trouble = SignInView.trouble();
    private final Input code = SignInView.field("code", "text", "one-time-code");

    SecondFactorView(FindSecondFactors factors, PasskeySignIn passkeys) {
        this.factors = factors;
        this.passkeys = passkeys;
        addClassName("sign-in");
        code.getElement().setAttribute("autofocus", true).setAttribute("maxlength", "30");
        NativeButton submit = SignInView.submit("Continue");
        SignInView.Form form = new SignInView.Form(trouble, SignInView.labelled("Code", code), submit);
        Anchor back = new Anchor(SignInView.PATH, "Sign in as somebody else");
        back.addClassName("muted");
        Div card = new Div(new H1("Second step"), lead, form, passkeys, back);
        card.addClassName("sign-in-card");
        add(new Mark(), card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        SignInDetails.Pending pending = request == null
                ? null
                : SignInDetails.of(request.getSession(false)).orElse(null);
        if (pending == null) {
            event.forwardTo(SignInView.class);
            return;
        }
        SecondFactors known = factors.of(pending.person());
        passkeys.setVisible(!known.passkeys().isEmpty());
        lead.setText(
                known.totp()
                        ? "Enter the code that your authenticator app shows now, or a recovery code."
                        : "Use your passkey. Without it, enter a recovery code.");
        Set<String> given =
                event.getLocation().getQueryParameters().getParameters().keySet();
        SignInView.tell(TROUBLES, given, trouble, code);
    }
}
