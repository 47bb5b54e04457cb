package com.tillhouse.admin.keys;

import com.tillhouse.core.gatewaykey.domain.Fingerprint;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

/** Keys and fingerprints as people compare and copy them. */
final class KeyText {
    private static final int GROUP = 4;
    private static final String COPY =
            "const said = this.textContent; navigator.clipboard.writeText($0).then(() => { this.textContent = 'Copied';"
                    + " setTimeout(() => this.textContent = said, 2000); })";

    private KeyText() {}

    /** In groups of four digits, to be compared by eye. */
    static @Nullable Component fingerprint(@Nullable Fingerprint fingerprint) {
        if (fingerprint == null) {
            return null;
        }
        Span text = new Span(fingerprint.hex().replaceAll("(.{" + GROUP + "})(?=.)", "$1 "));
        text.addClassNames("code", "fingerprint");
        text.getElement().setAttribute("title", "SHA-256 of the public key");
        return text;
    }

    /** A public key with a button that copies it. */
    static Component copyable(String id, String publicKey) {
        Span key = new Span(publicKey);
        key.addClassNames("code", "public-key");
        key.setId(id);
        Button copy = new Button("Copy");
        copy.setId(id + "-copy");
        copy.addClickListener(click -> copy.getElement().executeJs(COPY, publicKey));
        Div both = new Div(key, copy);
        both.addClassName("key-copy");
        return both;
    }

    /** A field to paste a key into; the browser keeps nothing of it. */
    static TextArea field(String id, String label, String help) {
        TextArea field = new TextArea(label);
        field.setId(id);
        field.setHelperText(help);
        field.setWidthFull();
        field.setMinRows(3);
        field.setMaxRows(8);
        field.getElement().setAttribute("autocomplete", "off").setAttribute("spellcheck", "false");
        field.addClassName("key-field");
        return field;
    }
}
