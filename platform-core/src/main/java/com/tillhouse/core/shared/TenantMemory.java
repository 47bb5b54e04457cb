package com.tillhouse.core.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in this process what was costly to make, under keys that name their tenant, so that one tenant can't be handed what was made for
 * another. Forgets what was not used for longest when there is too much. Safe for many threads.
 */
public final class TenantMemory<K extends TenantMemory.Key, V> {
    private final Map<K, V> kept;

    /**
     * An empty memory.
     *
     * @param most how many values it holds
     */
    public TenantMemory(int most) {
        kept = new LeastUsedFirst<>(most);
    }

    /** What a value is kept under: a record that names the tenant and all that the value was made of. */
    public interface Key {
        /** Whose it is. */
        TenantId tenant();
    }

    /** What is remembered, if anything. */
    public synchronized @Nullable V find(K key) {
        return kept.get(key);
    }

    /** Remembers it unless something is remembered already; answers what is remembered now. */
    public synchronized V keep(K key, V value) {
        V first = kept.putIfAbsent(key, value);
        return first != null ? first : value;
    }

    /** Remembers it in the place of what was remembered. */
    public synchronized void replace(K key, V value) {
        kept.put(key, value);
    }

    private static final class LeastUsedFirst<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        private final int most;

        private LeastUsedFirst(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
