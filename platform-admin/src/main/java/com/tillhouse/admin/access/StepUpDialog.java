package com.tillhouse.admin.access;

import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.usecase.ProveSecondFactor;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;

/** Asks the person to show once more who it is, and then goes on with what it wanted to do. */
final class StepUpDialog extends Dialog {
    private static final String NO_PASSKEY = "No passkey was used. Try again, or enter a code.";

    private final transient SerializableFunction<String, Proof> ask;
    private final transient Runnable act;
    private final HasValue<?, String> answer;
    private final String wrong;
    private final Div body = new Div();
    private final Paragraph trouble = new Paragraph();
    private final Button go = new Button("Continue", click -> answer());

    private <C extends Component & HasValue<?, String> & Focusable<?>> StepUpDialog(
            String why, String wrong, C field, SerializableFunction<String, Proof> ask, Runnable act) {
        this.ask = ask;
        this.act = act;
        this.answer = field;
        this.wrong = wrong;
        setId("step-up");
        setWidth("26rem");
        setMaxWidth("96vw");
        setHeaderTitle("Show that it’s you");
        Paragraph lead = new Paragraph(why);
        lead.addClassName("muted");
        field.setId("step-up-answer");
        trouble.addClassName("alarm");
        trouble.setId("step-up-trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        body.add(lead, field, trouble);
        body.addClassName("decision");
        add(body);
        go.setId("step-up-continue");
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER);
        go.setDisableOnClick(true);
        Button close = new Button("Not now", click -> close());
        close.setId("step-up-close");
        getFooter().add(close, go);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                field.focus();
            }
        });
    }

    /** @param app true when the person has an authenticator app */
    static StepUpDialog forSecondFactor(boolean app, SerializableFunction<String, Proof> ask, Runnable act) {
        TextField code = new TextField(app ? "Code" : "Recovery code");
        code.getElement().setProperty("autocomplete", "one-time-code");
        code.setWidthFull();
        return new StepUpDialog(
                app
                        ? "Enter the code that your authenticator app shows now. Without the app, use a recovery code."
                        : "Use your passkey. Without it, enter a recovery code.",
                "That isn’t right. A code is good once: wait for the next one.",
                code,
                ask,
                act);
    }

    static StepUpDialog forPassword(SerializableFunction<String, Proof> ask, Runnable act) {
        PasswordField password = new PasswordField("Password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setWidthFull();
        return new StepUpDialog("Enter your password once more.", "That isn’t your password.", password, ask, act);
    }

    /** Another way to show it, beside the code. */
    void offerPasskey(SerializableBiConsumer<SerializableRunnable, SerializableConsumer<String>> ask) {
        PasskeyPrompt.prepare(UI.getCurrent());
        Button passkey = new Button("Use a passkey", click -> ask.accept(this::goOn, why -> tell(NO_PASSKEY)));
        passkey.setId("step-up-passkey");
        body.addComponentAtIndex(1, passkey);
    }

    private void goOn() {
        close();
        act.run();
    }

    private void tell(String what) {
        trouble.setText(what);
        trouble.setVisible(true);
    }

    private void answer() {
        go.setEnabled(true);
        Proof proof = answer.getValue().isBlank() ? Proof.WRONG : ask.apply(answer.getValue());
        if (proof == Proof.FITS) {
            goOn();
            return;
        }
        answer.clear();
        tell(
                proof == Proof.WAIT
                        ? "Too many attempts. Wait " + ProveSecondFactor.WINDOW.toMinutes()
                                + " minutes, then try again."
                        : wrong);
    }
}
