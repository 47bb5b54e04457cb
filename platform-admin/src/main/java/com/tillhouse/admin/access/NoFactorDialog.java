package com.tillhouse.admin.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Tells a person who has no second factor that this needs one, and leads to where it is added. */
final class NoFactorDialog extends Dialog {
    NoFactorDialog() {
        setId("no-factor");
        setWidth("26rem");
        setMaxWidth("96vw");
        setHeaderTitle("Add a second factor first");
        Paragraph why = new Paragraph(
                "A password alone can be guessed or stolen. What moves money, keys, addresses or the team needs a second proof that it’s you. "
                        + "Adding one takes a minute.");
        why.addClassName("muted");
        add(why);
        Button close = new Button("Not now", click -> close());
        Button add = new Button("Add one", click -> {
            close();
            UI.getCurrent().navigate(StepUp.SECURITY_PAGE);
        });
        add.setId("no-factor-add");
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(close, add);
    }
}
