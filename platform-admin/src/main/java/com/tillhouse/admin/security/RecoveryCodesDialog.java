package com.tillhouse.admin.security;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Shows recovery codes, this once. */
final class RecoveryCodesDialog extends Dialog {
    RecoveryCodesDialog(List<String> codes, Runnable done) {
        setId("recovery-codes");
        setWidth("30rem");
        setMaxWidth("96vw");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setHeaderTitle("Your recovery codes");
        Paragraph lead = new Paragraph(
                "Each works once, when your phone is lost or broken. Keep them where others don’t look. They are not shown again; codes from before are void.");
        lead.addClassName("muted");
        OrderedList list = new OrderedList();
        list.addClassName("recovery-codes");
        codes.forEach(code -> list.add(new ListItem(code)));
        Div body = new Div(lead, list);
        body.addClassName("decision");
        add(body);
        Button copy = new Button(
                "Copy",
                click -> UI.getCurrent()
                        .getPage()
                        .executeJs("navigator.clipboard.writeText($0)", String.join("\n", codes)));
        copy.setId("recovery-copy");
        Button kept = new Button("I have kept them", click -> {
            close();
            done.run();
        });
        kept.setId("recovery-kept");
        kept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(copy, kept);
    }
}
