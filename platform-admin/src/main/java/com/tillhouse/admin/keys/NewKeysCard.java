package com.tillhouse.admin.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;

/** The ways to begin with new keys: a pair that we make, a pair of the merchant's own, or another key of Antom's alone. */
final class NewKeysCard extends Section {
    private final transient KeysPlace place;
    private final Answer answer = new Answer("new-answer");

    NewKeysCard(KeysPlace place, boolean active) {
        this.place = place;
        addClassNames("card", "key-card");
        Paragraph why = new Paragraph(
                active
                        ? "Payments go on with the active keys until the new ones are tested. The old ones still check Antom’s answers for two days."
                        : "Tillhouse makes a pair. You copy the public half into Antom’s dashboard; the private half never leaves Tillhouse.");
        why.addClassName("muted");
        Button make = new Button(
                "Make a pair",
                click -> place.act(
                        () -> place.desk().make(place.slug(), place.mode()), "A new pair waits for its test", answer));
        make.setId("make");
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div acts = new Div(make);
        acts.addClassName("key-acts");
        add(new H2(active ? "Replace the keys" : "Begin with a pair of keys"), why, answer, acts, upload());
        if (active) {
            add(antomAlone());
        }
    }

    private Details upload() {
        TextArea privateKey = KeyText.field(
                "private-key",
                "Your private key",
                "RSA, 2048 bits, PKCS#8: PEM or base64. It is encrypted at once and never shown again.");
        TextArea publicKey = KeyText.field(
                "own-public-key", "Its public key, if you like", "As it stands in Antom’s dashboard, to compare.");
        Answer refused = new Answer("upload-answer");
        Button upload = new Button("Keep this key", click -> {
            String secret = privateKey.getValue();
            String beside = publicKey.getValue();
            // a secret does not stay in the page, whatever comes of it
            privateKey.clear();
            place.act(
                    () -> place.desk().upload(place.slug(), place.mode(), secret, beside.isBlank() ? null : beside),
                    "Your key waits for its test",
                    refused);
        });
        upload.setId("upload");
        return folded("upload-own", "Use a key of my own", privateKey, publicKey, refused, upload);
    }

    private Details antomAlone() {
        TextArea antomKey = KeyText.field(
                "next-antom-key", "Antom’s new public key", "If Antom announces that it changes its key. Yours stays.");
        Answer refused = new Answer("next-antom-answer");
        Button save = new Button(
                "Keep it for the test",
                click -> place.act(
                        () -> place.desk().enterAntomKey(place.slug(), place.mode(), antomKey.getValue(), null),
                        "Antom’s key waits for its test",
                        refused));
        save.setId("next-antom-save");
        return folded("antom-alone", "Only Antom’s key changes", antomKey, refused, save);
    }

    private static Details folded(String id, String title, com.vaadin.flow.component.Component... parts) {
        Div form = new Div(parts);
        form.addClassName("key-form");
        Details details = new Details(title, form);
        details.setId(id);
        return details;
    }
}
