package com.tillhouse.sandbox.settings;

import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.store.DocumentStore;
import tools.jackson.databind.node.ObjectNode;

/** The switches as they stand now. */
public final class SwitchStore {

    private static final String KIND = "switches";

    private final DocumentStore documents;
    private volatile Switches current;

    public SwitchStore(Switches atFirst, DocumentStore documents) {
        this.documents = documents;
        this.current = documents.load(KIND, ObjectNode.class).stream()
                .findFirst()
                .map(kept -> completed(kept, atFirst))
                .orElse(atFirst);
    }

    /** A document that an older sandbox has saved may not hold all switches. */
    private static Switches completed(ObjectNode kept, Switches atFirst) {
        ObjectNode all = Json.PROTOCOL.valueToTree(atFirst);
        kept.properties().forEach(each -> all.set(each.getKey(), each.getValue()));
        return Json.PROTOCOL.treeToValue(all, Switches.class);
    }

    public Switches current() {
        return current;
    }

    public synchronized void set(Switches next) {
        documents.save(KIND, KIND, next);
        current = next;
    }
}
