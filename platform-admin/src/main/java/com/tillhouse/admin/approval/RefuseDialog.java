package com.tillhouse.admin.approval;

import com.tillhouse.core.approval.domain.Proposal;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks why a proposal is refused; it need not be said. */
final class RefuseDialog extends Dialog {

    RefuseDialog(Consumer<String> refuse) {
        setWidth("30rem");
        setMaxWidth("96vw");
        setHeaderTitle("Refuse this");
        TextArea why = new TextArea("Why, if you want to say");
        why.setId("refuse-why");
        why.setMaxLength(Proposal.LONGEST_REASON);
        why.setWidthFull();
        add(why);
        Button confirm = new Button("Refuse", click -> {
            close();
            refuse.accept(why.getValue().strip().replaceAll("\\s+", " "));
        });
        confirm.setId("refuse-confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Not now", click -> close()), confirm);
    }
}
