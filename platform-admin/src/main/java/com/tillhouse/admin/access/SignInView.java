package com.tillhouse.admin.access;

import com.tillhouse.admin.look.Mark;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Map;
import java.util.Set;

/** E-mail and password, as an ordinary form, so that browsers and password managers know what it is. */
@Route(value = SignInView.PATH, autoLayout = false)
@PageTitle("Sign in · Tillhouse")
@AnonymousAllowed
class SignInView extends Main implements BeforeEnterObserver {
    static final String PATH = "sign-in";
    private static final Map<String, String> TROUBLES = Map.of(
            "error", "That e-mail and password don’t match. Check both and try again.",
            "again", "That took too long. Sign in once more.",
            "passkey", "That passkey doesn’t work here. Sign in with your password.",
            "wait", "Too many attempts. Wait " + SignInThrottlePolicy.WINDOW.toMinutes() + " minutes, then try again.",
            "unavailable",
                    "We can’t check sign-ins right now. Nothing is wrong with your password; try again in a minute.");

    private final AuthenticationContext authentication;
    private final Paragraph trouble = trouble();
    private final Input email = field("email", "email", "username");
    private final Input password = field("password", "password", "current-password");

    SignInView(AuthenticationContext authentication, PasskeySignIn passkeys) {
        this.authentication = authentication;
        addClassName("sign-in");
        email.getElement().setAttribute("autofocus", true);
        NativeButton submit = submit("Sign in");
        Form form = new Form(trouble, labelled("E-mail", email), labelled("Password", password), submit);
        Anchor forgot = new Anchor("forgot-password", "Forgot your password?");
        forgot.setId("forgot-password");
        forgot.addClassName("sign-in-other");
        Div card = new Div(new H1("Sign in"), new Paragraph("See what your customers paid."), form, forgot, passkeys);
        card.addClassName("sign-in-card");
        add(new Mark(), card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()) {
            event.forwardTo("");
            return;
        }
        Set<String> given =
                event.getLocation().getQueryParameters().getParameters().keySet();
        tell(TROUBLES, given, trouble, email);
    }

    /** Shows what the address says went wrong, next to the field to begin with. */
    static void tell(Map<String, String> troubles, Set<String> given, Paragraph trouble, Input first) {
        troubles.entrySet().stream()
                .filter(known -> given.contains(known.getKey()))
                .findFirst()
                .ifPresent(known -> {
                    trouble.setText(known.getValue());
                    trouble.setVisible(true);
                    first.getElement().setAttribute("aria-describedby", "sign-in-error");
                });
    }

    static Paragraph trouble() {
        Paragraph trouble = new Paragraph();
        trouble.addClassName("sign-in-trouble");
        trouble.setId("sign-in-error");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        return trouble;
    }

    static NativeButton submit(String text) {
        NativeButton submit = new NativeButton(text);
        submit.setId("sign-in-submit");
        submit.addClassName("primary");
        submit.getElement().setAttribute("type", "submit");
        return submit;
    }

    static Input field(String name, String type, String autocomplete) {
        Input input = new Input();
        input.setId("sign-in-" + name);
        input.setType(type);
        input.getElement()
                .setAttribute("name", name)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("required", true);
        return input;
    }

    static Component labelled(String text, Input input) {
        NativeLabel label = new NativeLabel(text);
        label.setFor(input);
        Div pair = new Div(label, input);
        pair.addClassName("field");
        return pair;
    }

    /** Posts to the sign-in page's address, where Spring Security listens. */
    @Tag("form")
    static final class Form extends HtmlContainer {
        Form(Component... children) {
            getElement().setAttribute("method", "post").setAttribute("action", PATH);
            add(children);
        }
    }
}
