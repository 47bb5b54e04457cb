package com.tillhouse.admin.keys;

import com.tillhouse.admin.look.Facts;
import com.tillhouse.admin.look.Moment;
import com.tillhouse.admin.look.StatusBadge;
import com.tillhouse.admin.look.StatusWord;
import com.tillhouse.admin.look.Viewer;
import com.tillhouse.core.gateway.GatewayKey.Status;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;

/** Versions that were replaced or discarded. One that overlaps can be ended before its time. */
final class EarlierCard extends Section {

    EarlierCard(KeysPlace place, List<KeyRecord> keys, Instant now) {
        addClassNames("card", "key-card");
        Answer answer = new Answer("earlier-answer");
        UnorderedList list = new UnorderedList();
        list.addClassName("decisions");
        keys.forEach(key -> list.add(item(place, key, now, answer)));
        add(new H2("Earlier keys"), answer, list);
    }

    private static ListItem item(KeysPlace place, KeyRecord key, Instant now, Answer answer) {
        boolean overlaps = key.status() == Status.RETIRING;
        StatusWord word = overlaps
                ? new StatusWord("Still checks answers", StatusWord.Tone.WAITING, "")
                : new StatusWord("Ended", StatusWord.Tone.QUIET, "");
        Div head = new Div(new Span("Version " + key.version()), new StatusBadge(word));
        head.addClassName("key-head");
        Facts facts = new Facts().put("Your public key", KeyText.fingerprint(key.merchantFingerprint()));
        if (overlaps && key.retireAt() != null) {
            facts.put("Ends", new Moment(key.retireAt(), now, Viewer.zone()));
        }
        if (key.retiredAt() != null) {
            facts.put("Ended", new Moment(key.retiredAt(), now, Viewer.zone()));
        }
        ListItem item = new ListItem(head, facts);
        if (overlaps) {
            Button end = new Button(
                    "End now",
                    click -> place.act(
                            () -> place.desk().retire(place.slug(), place.mode(), key.version()), "Ended", answer));
            end.setId("end-" + key.version());
            Div acts = new Div(end);
            acts.addClassName("key-acts");
            item.add(acts);
        }
        return item;
    }
}
