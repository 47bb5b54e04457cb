package com.tillhouse.admin.keys;

import com.tillhouse.admin.look.Facts;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.StatusBadge;
import com.tillhouse.admin.look.StatusWord;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;

/** The version that signs now. */
final class ActiveCard extends Section {

    ActiveCard(KeyRecord key, Instant now) {
        addClassNames("card", "key-card");
        setId("active-keys");
        Div head = new Div(new H2("Active keys"), new StatusBadge(new StatusWord("In use", StatusWord.Tone.GOOD, "")));
        head.addClassName("key-head");
        Facts facts = new Facts()
                .put("Your public key", KeyText.fingerprint(key.merchantFingerprint()))
                .put("Antom’s public key", KeyText.fingerprint(key.antomFingerprint()))
                .text("Version", key.version() + " here, " + key.keyVersion() + " at Antom")
                .put("Since", key.activatedAt() == null ? null : new Moment(key.activatedAt(), now, Viewer.zone()));
        Details show =
                new Details("Show your public key", KeyText.copyable("active-public-key", key.merchantPublicKey()));
        show.setId("active-show");
        add(head, facts, show);
    }
}
