package com.tillhouse.admin.access;

import com.tillhouse.core.factor.usecase.ProvePasskey;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.InstantSource;
import org.springframework.context.annotation.Scope;

/** Signs in by a passkey, without e-mail or password: the browser's answer goes where the sign-in form goes. */
@SpringComponent
@Scope("prototype")
final class PasskeySignIn extends Div {
    private final transient ProvePasskey passkeys;
    private final transient InstantSource clock;
    private final Paragraph trouble = new Paragraph();
    private final SignInView.Form form;

    PasskeySignIn(ProvePasskey passkeys, InstantSource clock) {
        this.passkeys = passkeys;
        this.clock = clock;
        addClassName("passkey-sign-in");
        trouble.addClassName("muted");
        trouble.setId("passkey-trouble");
        trouble.getElement().setAttribute("role", "status");
        trouble.setVisible(false);
        Input answer = new Input();
        answer.setType("hidden");
        answer.getElement().setAttribute("name", "passkey");
        form = new SignInView.Form(answer);
        NativeButton use = new NativeButton("Use a passkey", click -> ask());
        use.setId("sign-in-passkey");
        use.addClassName("secondary");
        use.getElement().setAttribute("type", "button");
        add(form, use, trouble);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        PasskeyPrompt.prepare(event.getUI());
    }

    private void ask() {
        AskedChallenge asked = new AskedChallenge(clock.instant());
        SignInDetails.ask(VaadinSession.getCurrent().getSession(), asked);
        trouble.setVisible(false);
        PasskeyPrompt.signIn(passkeys.ask(asked.challenge()), form.getElement(), why -> {
            trouble.setText("No passkey was used.");
            trouble.setVisible(true);
        });
    }
}
