package com.tillhouse.sandbox.store;

import java.util.List;

/** Keeps nothing: the sandbox starts empty every time. */
public final class MemoryDocumentStore implements DocumentStore {

    @Override
    public void save(String kind, String id, Object document) {
        // The objects live in the memory of their own stores.
    }

    @Override
    public <T> List<T> load(String kind, Class<T> type) {
        return List.of();
    }
}
