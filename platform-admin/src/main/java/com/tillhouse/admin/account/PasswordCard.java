package com.tillhouse.admin.account;

import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Violation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.stream.Collectors;

/** Replaces the password of whoever is signed in. */
final class PasswordCard extends Section {
    private static final int SHOWN_FOR_MILLIS = 4_000;

    private final transient AccountDesk desk;
    private final PasswordField old = new PasswordField("Your password");
    private final PasswordField wanted = Card.newPassword("New password");
    private final Paragraph trouble = new Paragraph();

    PasswordCard(AccountDesk desk) {
        this.desk = desk;
        addClassNames("card", "password-card");
        old.setId("old-password");
        old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        old.setWidthFull();
        trouble.addClassName("alarm");
        trouble.setId("password-trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        Button save = new Button("Change password", click -> change());
        save.setId("change-password");
        add(new H2("Change your password"), old, wanted, trouble, save);
    }

    private void change() {
        try {
            desk.changePassword(old.getValue(), wanted.getValue());
            trouble.setVisible(false);
            old.clear();
            wanted.clear();
            Notification.show(
                    "Password changed; you are signed out everywhere else",
                    SHOWN_FOR_MILLIS,
                    Notification.Position.BOTTOM_START);
        } catch (InvalidRequestException e) {
            trouble.setText(
                    e.violations().stream().map(Violation::detail).distinct().collect(Collectors.joining(" ")));
            trouble.setVisible(true);
        }
    }
}
