package com.tillhouse.admin.security;

import com.tillhouse.core.factor.domain.Passkey;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks for another name of a passkey. */
final class RenameDialog extends Dialog {
    RenameDialog(String name, SerializableConsumer<String> named) {
        setId("rename");
        setWidth("24rem");
        setMaxWidth("96vw");
        setHeaderTitle("Rename this passkey");
        TextField field = new TextField("Name");
        field.setValue(name);
        field.setId("rename-name");
        field.setMaxLength(Passkey.LONGEST_NAME);
        field.setWidthFull();
        add(field);
        Button save = new Button("Save", click -> {
            close();
            named.accept(field.getValue());
        });
        save.setId("rename-save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        getFooter().add(new Button("Not now", click -> close()), save);
    }
}
