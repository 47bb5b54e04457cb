package com.tillhouse.admin.security;

import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.usecase.ProveSecondFactor;
import com.tillhouse.core.factor.usecase.TotpEnrolment;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a new authenticator app its secret, and lets it count once a code of it comes back. */
final class AppDialog extends Dialog {
    private static final int GROUP = 4;

    private final transient SecurityDesk desk;
    private final transient Runnable done;
    private final TextField code = new TextField("Code that the app shows");
    private final Paragraph trouble = new Paragraph();
    private final Button confirm = new Button("Turn on", click -> confirm());

    AppDialog(SecurityDesk desk, TotpEnrolment enrolment, Runnable done) {
        this.desk = desk;
        this.done = done;
        setId("app-dialog");
        setWidth("28rem");
        setMaxWidth("96vw");
        setHeaderTitle("Set up an authenticator app");
        Paragraph scan = new Paragraph("Scan this with the app, or type the key by hand.");
        Span key = new Span(grouped(enrolment.secret()));
        key.addClassName("secret-key");
        key.setId("app-key");
        code.setId("app-code");
        code.setWidthFull();
        code.getElement().setProperty("autocomplete", "one-time-code");
        code.getElement().setAttribute("inputmode", "numeric");
        trouble.addClassName("alarm");
        trouble.setId("app-trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        Div body =
                new Div(scan, new QrPicture(enrolment.uri(), "QR code for the authenticator app"), key, code, trouble);
        body.addClassName("decision");
        add(body);
        confirm.setId("app-confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClickShortcut(Key.ENTER);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button("Not now", click -> close()), confirm);
    }

    private static String grouped(String secret) {
        return secret.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    private void confirm() {
        confirm.setEnabled(true);
        Proof proof = desk.confirmApp(code.getValue());
        if (proof == Proof.FITS) {
            close();
            done.run();
            return;
        }
        code.clear();
        trouble.setText(
                proof == Proof.WAIT
                        ? "Too many attempts. Wait " + ProveSecondFactor.WINDOW.toMinutes()
                                + " minutes, then try again."
                        : "That isn’t the code of this key. Is the phone’s clock right?");
        trouble.setVisible(true);
    }
}
