package com.tillhouse.admin.operator;

import com.tillhouse.core.operator.domain.TenantEntry;
import com.tillhouse.core.operator.usecase.OpenAccessCommand;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

/** Asks why a business is suspended, or why no longer. */
final class StandingDialog extends Dialog {
    private final transient OperatorDesk desk;
    private final transient TenantEntry tenant;
    private final transient Runnable afterwards;
    private final boolean suspends;
    private final TextArea reason = new TextArea("Why");

    StandingDialog(OperatorDesk desk, TenantEntry tenant, Runnable afterwards) {
        this.desk = desk;
        this.tenant = tenant;
        this.afterwards = afterwards;
        this.suspends = tenant.suspendedAt() == null;
        setWidth("32rem");
        setMaxWidth("96vw");
        setHeaderTitle((suspends ? "Suspend " : "Resume ") + tenant.name());
        Paragraph meaning = new Paragraph(
                suspends
                        ? "Its API clients are shut out within a minute. Payments under way, notifications and webhooks go on."
                        : "Its API clients are let in again.");
        meaning.addClassName("muted");
        reason.setId("standing-reason");
        reason.setMaxLength(OpenAccessCommand.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("The business reads this in its audit trail.");
        reason.setErrorMessage("Write at least " + OpenAccessCommand.SHORTEST_REASON + " characters.");
        Div body = new Div(meaning, reason);
        body.addClassName("decision");
        add(body);
        Button confirm = new Button(suspends ? "Suspend" : "Resume", click -> confirm());
        confirm.setId("standing-confirm");
        confirm.addThemeVariants(suspends ? ButtonVariant.LUMO_ERROR : ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Not now", click -> close()), confirm);
    }

    private void confirm() {
        String why = reason.getValue().strip().replaceAll("\\s+", " ");
        boolean enough = why.length() >= OpenAccessCommand.SHORTEST_REASON;
        reason.setInvalid(!enough);
        if (!enough) {
            return;
        }
        desk.whenProved(() -> {
            if (suspends) {
                desk.suspend(tenant.id(), why);
            } else {
                desk.resume(tenant.id(), why);
            }
            close();
            afterwards.run();
        });
    }
}
