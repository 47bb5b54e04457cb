package com.tillhouse.sandbox.settings;

import com.tillhouse.sandbox.store.DocumentStore;

/** The switches as they stand now. */
public final class SwitchStore {

    private static final String KIND = "switches";

    private final DocumentStore documents;
    private volatile Switches current;

    public SwitchStore(Switches atFirst, DocumentStore documents) {
        this.documents = documents;
        this.current = documents.load(KIND, Switches.class).stream().findFirst().orElse(atFirst);
    }

    public Switches current() {
        return current;
    }

    public synchronized void set(Switches next) {
        documents.save(KIND, KIND, next);
        current = next;
    }
}
