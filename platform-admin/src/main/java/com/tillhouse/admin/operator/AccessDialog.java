package com.tillhouse.admin.operator;

import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.operator.domain.TenantEntry;
import com.tillhouse.core.operator.usecase.OpenAccessCommand;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;

/** Asks an operator why, how far and for how long. */
final class AccessDialog extends Dialog {
    private static final int SHOWN_FOR_MILLIS = 6_000;

    private final transient OperatorDesk desk;
    private final transient TenantEntry tenant;
    private final transient Runnable afterwards;
    private final TextArea reason = new TextArea("Why");
    private final RadioButtonGroup<AccessScope> scope = new RadioButtonGroup<>();
    private final Select<Duration> length = new Select<>();
    private final Checkbox breakGlass =
            new Checkbox("Emergency: start also without the consent that the business may ask for");
    private final Button open = new Button("Open access", click -> ask());

    AccessDialog(OperatorDesk desk, TenantEntry tenant, Runnable afterwards) {
        this.desk = desk;
        this.tenant = tenant;
        this.afterwards = afterwards;
        setWidth("34rem");
        setMaxWidth("96vw");
        setHeaderTitle("Look into " + tenant.name());
        setUpFields();
        Div body = new Div(reason, scope, length, breakGlass);
        body.addClassName("decision");
        add(body);
        open.setId("access-open");
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.setDisableOnClick(true);
        Button close = new Button("Not now", click -> close());
        close.setId("access-close");
        getFooter().add(close, open);
    }

    private void setUpFields() {
        reason.setId("access-reason");
        reason.setMaxLength(OpenAccessCommand.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("The business reads this, with your name.");
        reason.setErrorMessage(
                "Write at least " + OpenAccessCommand.SHORTEST_REASON + " characters: a ticket, and what is wrong.");
        reason.setMinRows(2);
        scope.setId("access-scope");
        scope.setLabel("How far");
        scope.setItems(AccessScope.values());
        scope.setItemLabelGenerator(AccessDialog::words);
        scope.setValue(AccessScope.READ);
        length.setId("access-length");
        length.setLabel("For how long");
        length.setItems(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(2), OpenAccessCommand.LONGEST);
        length.setItemLabelGenerator(AccessDialog::words);
        length.setValue(Duration.ofHours(1));
        breakGlass.setId("access-break-glass");
        breakGlass.setHelperText("It is told to the business in red, for three days.");
    }

    private static String words(AccessScope scope) {
        return scope == AccessScope.READ ? "Look only" : "Look, and change checkout settings";
    }

    private static String words(Duration length) {
        long minutes = length.toMinutes();
        if (minutes < 60) {
            return minutes + " minutes";
        }
        return minutes == 60 ? "1 hour" : minutes / 60 + " hours";
    }

    private void ask() {
        open.setEnabled(true);
        String why = reason.getValue().strip().replaceAll("\\s+", " ");
        boolean enough = why.codePointCount(0, why.length()) >= OpenAccessCommand.SHORTEST_REASON;
        reason.setInvalid(!enough);
        if (!enough) {
            return;
        }
        desk.whenProved(() -> {
            AccessGrant grant = desk.open(tenant.id(), scope.getValue(), why, length.getValue(), breakGlass.getValue());
            close();
            if (grant.startsAt() == null) {
                Notification.show(
                        "This business wants to be asked first. Its owners see your request now.",
                        SHOWN_FOR_MILLIS,
                        Notification.Position.BOTTOM_START);
                afterwards.run();
            } else {
                UI.getCurrent().navigate("t/" + tenant.slug() + "/payments");
            }
        });
    }
}
