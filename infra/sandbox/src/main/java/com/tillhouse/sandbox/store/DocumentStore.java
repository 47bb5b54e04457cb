package com.tillhouse.sandbox.store;

import java.util.List;

/** Keeps one JSON document per object, so that a restart finds the truth again. */
public interface DocumentStore {

    /** Replaces the document as a whole: after a crash either the old or the new one is there, never a half. */
    void save(String kind, String id, Object document);

    /** All documents of a kind, in no order. */
    <T> List<T> load(String kind, Class<T> type);
}
