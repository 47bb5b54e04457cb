package com.tillhouse.admin.security;

import com.tillhouse.admin.access.AskedChallenge;
import com.tillhouse.admin.access.PasskeyPrompt;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.factor.domain.Passkey;
import com.tillhouse.core.factor.domain.PasskeyRefusedException;
import com.tillhouse.core.factor.domain.SecondFactors;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A person's passkeys: add one, give it another name, take it away. */
final class PasskeysCard extends Div {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeysCard.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final transient SecurityDesk desk;
    private final transient Runnable changed;
    private final Paragraph trouble = new Paragraph();
    private final int number;

    PasskeysCard(SecurityDesk desk, SecondFactors factors, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        List<Passkey> passkeys = factors.passkeys();
        this.number = passkeys.size();
        Button add = new Button("Add a passkey", click -> desk.stepUp().thenAdd(this::ask));
        add.setId("passkey-add");
        FactorCard card = new FactorCard(
                "Passkeys",
                passkeys.isEmpty() ? "None" : passkeys.size() == 1 ? "1 passkey" : passkeys.size() + " passkeys",
                !passkeys.isEmpty(),
                "Your fingerprint, face or screen lock instead of password and code. A passkey works on this site only, so nobody can talk you out of it.",
                add);
        card.addComponentAtIndex(2, list(passkeys));
        trouble.addClassName("alarm");
        trouble.setId("passkey-trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        card.add(trouble);
        add(card);
    }

    private UnorderedList list(List<Passkey> passkeys) {
        UnorderedList list = new UnorderedList();
        list.addClassName("rows-plain");
        list.setVisible(!passkeys.isEmpty());
        for (Passkey passkey : passkeys) {
            Span name = new Span(passkey.name());
            name.addClassName("passkey-name");
            Instant used = passkey.lastUsedAt();
            Span when = new Span("Added " + day(passkey.createdAt())
                    + (used == null ? ", not used yet" : ", last used " + day(used)));
            when.addClassName("passkey-when");
            Div what = new Div(name, when);
            what.addClassName("passkey-what");
            Button rename = new Button(
                    "Rename",
                    click -> new RenameDialog(passkey.name(), typed -> {
                                desk.renamePasskey(passkey, typed);
                                changed.run();
                            })
                            .open());
            rename.addClassName("passkey-rename");
            Button remove = new Button(
                    "Remove",
                    click -> desk.stepUp().then(() -> {
                        desk.removePasskey(passkey);
                        changed.run();
                    }));
            remove.addClassName("passkey-remove");
            Div acts = new Div(rename, remove);
            acts.addClassName("passkey-acts");
            ListItem row = new ListItem(what, acts);
            row.getElement().setAttribute("data-testid", "passkey");
            list.add(row);
        }
        return list;
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(Viewer.zone()));
    }

    private void ask() {
        trouble.setVisible(false);
        AskedChallenge asked = desk.challenge();
        PasskeyPrompt.create(desk.askForPasskey(asked), answer -> keep(answer, asked), why -> tell());
    }

    private void keep(String answer, AskedChallenge asked) {
        try {
            desk.addPasskey("Passkey " + (number + 1), answer, asked);
            changed.run();
        } catch (PasskeyRefusedException e) {
            LOG.info("a new passkey was refused: {}", e.detail());
            tell();
        }
    }

    private void tell() {
        trouble.setText("No passkey was made. Nothing has changed.");
        trouble.setVisible(true);
    }
}
