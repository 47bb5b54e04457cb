package com.tillhouse.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults in waiting, taken in the order they were put in. They do not survive a restart. */
public final class FaultRepository {

    private final List<Fault> waiting = new ArrayList<>();

    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    public synchronized List<Fault> all() {
        return List.copyOf(waiting);
    }

    /** The fault for this call, counted down. */
    public synchronized Optional<Fault> take(Api api, @Nullable String paymentRequestId) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.matches(api, paymentRequestId)) {
                Fault rest = fault.oneLess();
                if (rest.count() > 0) {
                    waiting.set(i, rest);
                } else {
                    waiting.remove(i);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
