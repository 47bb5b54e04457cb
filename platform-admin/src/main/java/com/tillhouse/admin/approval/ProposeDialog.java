package com.tillhouse.admin.approval;

import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposalOverException;
import com.tillhouse.core.tenant.NotPermittedException;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Tells that this needs a second member, and asks why it should be done. */
final class ProposeDialog extends Dialog {
    private static final int SHOWN_FOR_MILLIS = 5_000;

    private final transient Consumer<String> propose;
    private final TextArea reason = new TextArea("Why");
    private final Paragraph trouble = new Paragraph();

    ProposeDialog(String title, Consumer<String> propose) {
        this.propose = propose;
        setWidth("32rem");
        setMaxWidth("96vw");
        setHeaderTitle(title);
        Paragraph meaning = new Paragraph(
                "Your business wants two members for this. It is done, exactly like this, as soon as another one approves, within three days.");
        meaning.addClassName("muted");
        reason.setId("propose-reason");
        reason.setMaxLength(Proposal.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setErrorMessage("Write a sentence, so that the other one can follow.");
        trouble.addClassName("alarm");
        trouble.setId("propose-trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        Div body = new Div(meaning, reason, trouble);
        body.addClassName("decision");
        add(body);
        Button confirm = new Button("Propose", click -> confirm());
        confirm.setId("propose-confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Not now", click -> close()), confirm);
    }

    private void confirm() {
        String why = reason.getValue().strip().replaceAll("\\s+", " ");
        reason.setInvalid(why.isEmpty());
        if (why.isEmpty()) {
            return;
        }
        try {
            propose.accept(why);
            close();
            Notification.show(
                    "Proposed. Another member finds it under Approvals.",
                    SHOWN_FOR_MILLIS,
                    Notification.Position.BOTTOM_START);
            UI.getCurrent().refreshCurrentRoute(true);
        } catch (ProposalOverException | NotPermittedException e) {
            trouble.setText(e.detail());
            trouble.setVisible(true);
        }
    }
}
