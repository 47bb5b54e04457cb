package com.tillhouse.admin.account;

import com.tillhouse.admin.look.Mark;
import com.tillhouse.admin.look.Notice;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Violation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.List;
import java.util.stream.Collectors;

/** One card in the middle of the page, as the sign-in page is. */
abstract class Card extends Main {
    private final Div card = new Div();
    private final Paragraph trouble = new Paragraph();

    Card(String id) {
        addClassName("sign-in");
        setId(id);
        card.addClassName("sign-in-card");
        trouble.addClassName("sign-in-trouble");
        trouble.setId("trouble");
        trouble.getElement().setAttribute("role", "alert");
        add(new Mark(), card);
    }

    /** A title, what it is about, and what there is to do. */
    final void show(String title, String lead, Component... parts) {
        card.removeAll();
        trouble.setVisible(false);
        Div form = new Div(parts);
        form.addClassName("card-form");
        card.add(new H1(title), new Paragraph(lead), trouble, form);
    }

    /** Nothing to do but to read. */
    final void tell(String title, String text, Component... actions) {
        card.removeAll();
        card.add(new Notice(title, text, actions));
    }

    final void trouble(String what) {
        trouble.setText(what);
        trouble.setVisible(true);
    }

    final void trouble(InvalidRequestException wrong) {
        List<Violation> violations = wrong.violations();
        trouble(violations.stream().map(Violation::detail).distinct().collect(Collectors.joining(" ")));
    }

    static String token(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter("token")
                .orElse("");
    }

    static PasswordField newPassword(String label) {
        PasswordField field = new PasswordField(label);
        field.setId("new-password");
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        field.setHelperText("At least 12 characters. A few words that don’t belong together are best.");
        field.setWidthFull();
        return field;
    }

    static Button act(String id, String text, Runnable act) {
        Button button = new Button(text, click -> act.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.addClickShortcut(Key.ENTER);
        button.setWidthFull();
        return button;
    }
}
