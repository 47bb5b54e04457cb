package com.tillhouse.admin.keys;

import com.tillhouse.admin.look.Facts;
import com.tillhouse.core.gatewaykey.domain.AntomHosts;
import com.tillhouse.core.gatewaykey.usecase.FindGatewayKeys;
import com.tillhouse.core.shared.Mode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who the business is at Antom: client id, host, and a token if Antom gave one. */
final class AccountCard extends Section {
    private final transient KeysPlace place;
    private final TextField clientId = new TextField("Client id");
    private final ComboBox<String> host = new ComboBox<>("Domain");
    private final PasswordField token = new PasswordField("Agent token");
    private final Answer answer = new Answer("account-answer");

    AccountCard(KeysPlace place, FindGatewayKeys.@Nullable Overview known, boolean used) {
        this.place = place;
        addClassNames("card", "key-card");
        add(new H2("Account at Antom"));
        if (known == null) {
            Paragraph where = new Paragraph(
                    "In Antom’s dashboard, open Developer → Quick start → Integration resources, and choose the same mode there.");
            where.addClassName("muted");
            add(where, form("", "", false));
            return;
        }
        Facts facts = new Facts()
                .code("Client id", known.clientId())
                .code("Domain", known.host())
                .text("Agent token", known.agentToken() ? "Kept, not shown" : "None");
        facts.setId("account");
        add(facts);
        Details change = new Details(used ? "Change the agent token" : "Correct this");
        change.setId("account-change");
        change.add(form(known.clientId(), known.host(), used));
        add(change);
    }

    private Div form(String id, String at, boolean used) {
        clientId.setId("client-id");
        clientId.setValue(id);
        clientId.setReadOnly(used);
        clientId.setPlaceholder(place.mode() == Mode.TEST ? "SANDBOX_5X00000000000000" : "5X00000000000000");
        host.setId("host");
        host.setItems(new TreeSet<>(AntomHosts.OF_ANTOM));
        host.setAllowCustomValue(true);
        host.addCustomValueSetListener(typed -> host.setValue(typed.getDetail()));
        host.setReadOnly(used);
        if (!at.isEmpty()) {
            host.setValue(at);
        }
        token.setId("agent-token");
        token.setHelperText("Only if Antom gave you one. Leave it empty to keep what there is.");
        token.setRevealButtonVisible(false);
        token.getElement().setAttribute("autocomplete", "off");
        Button save = new Button("Save", click -> save());
        save.setId("account-save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(clientId, host, token, answer, save);
        form.addClassName("key-form");
        return form;
    }

    private void save() {
        String secret = token.getValue().strip();
        token.clear();
        String at = host.getValue() == null ? "" : host.getValue();
        place.act(
                () -> place.desk()
                        .open(place.slug(), place.mode(), clientId.getValue(), at, secret.isEmpty() ? null : secret),
                "Saved",
                answer);
    }
}
