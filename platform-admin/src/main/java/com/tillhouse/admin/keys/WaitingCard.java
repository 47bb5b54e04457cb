package com.tillhouse.admin.keys;

import com.tillhouse.admin.look.Facts;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import org.jspecify.annotations.Nullable;

/** A version that waits for its test: what to copy, what to paste, and the test. */
final class WaitingCard extends Section {
    private final transient KeysPlace place;
    private final transient KeyRecord key;

    /** @param active the version that signs now; null when there is none */
    WaitingCard(KeysPlace place, KeyRecord key, @Nullable KeyRecord active) {
        this.place = place;
        this.key = key;
        addClassNames("card", "key-card");
        setId("waiting-keys");
        boolean samePair = active != null && active.merchantPublicKey().equals(key.merchantPublicKey());
        OrderedList steps = new OrderedList();
        steps.addClassName("key-steps");
        if (!samePair) {
            steps.add(copyStep());
        }
        steps.add(pasteStep(), testStep());
        add(new H2(samePair ? "Antom’s new key waits for its test" : "New keys wait for their test"), steps);
    }

    private ListItem copyStep() {
        Paragraph what = new Paragraph(
                "In Antom’s dashboard, open Developer → Key configuration, save this as your public key, and leave the earlier one there if Antom lets you.");
        return new ListItem(
                new H3("Copy your public key to Antom"),
                what,
                KeyText.copyable("public-key", key.merchantPublicKey()),
                new Facts().put("Fingerprint", KeyText.fingerprint(key.merchantFingerprint())));
    }

    private ListItem pasteStep() {
        ListItem step = new ListItem(new H3("Paste Antom’s public key"));
        if (key.antomPublicKey() == null) {
            step.add(new Paragraph("Antom shows it on the same page once your key is saved."), pasteForm());
        } else {
            Facts known = new Facts().put("Fingerprint", KeyText.fingerprint(key.antomFingerprint()));
            known.setId("antom-key");
            Details again = new Details("Paste another", pasteForm());
            again.setId("antom-key-again");
            step.add(known, again);
        }
        return step;
    }

    private Div pasteForm() {
        TextArea antomKey = KeyText.field("antom-key-field", "Antom’s public key", "PEM or base64.");
        IntegerField number = new IntegerField("Version of your key at Antom");
        number.setId("key-version");
        number.setHelperText("Only if Antom shows one; else it is found by the test.");
        number.setMin(1);
        Answer answer = new Answer("antom-key-answer");
        Button save = new Button(
                "Save",
                click -> place.act(
                        () -> place.desk()
                                .enterAntomKey(place.slug(), place.mode(), antomKey.getValue(), number.getValue()),
                        "Saved",
                        answer));
        save.setId("antom-key-save");
        Div form = new Div(antomKey, number, answer, save);
        form.addClassName("key-form");
        return form;
    }

    private ListItem testStep() {
        Paragraph what = new Paragraph(
                "Tillhouse asks Antom for an order that does not exist. If Antom takes our signature and we can check its answer, the keys are used from then on.");
        Answer answer = new Answer("test-answer");
        Button test = new Button("Test and activate");
        test.setId("activate");
        test.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        test.setEnabled(key.antomPublicKey() != null);
        test.setDisableOnClick(true);
        test.addClickListener(click -> {
            try {
                place.act(
                        () -> place.desk().activate(place.slug(), place.mode(), key.version()),
                        "Tested. These keys are active now",
                        answer);
            } finally {
                test.setEnabled(true);
            }
        });
        Button discard = new Button(
                "Discard",
                click -> place.act(
                        () -> place.desk().retire(place.slug(), place.mode(), key.version()), "Discarded", answer));
        discard.setId("discard");
        Div acts = new Div(test, discard);
        acts.addClassName("key-acts");
        return new ListItem(new H3("Test and activate"), what, answer, acts);
    }
}
