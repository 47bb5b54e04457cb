package com.tillhouse.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped the other way round; also when the stop comes in the middle of the start. */
final class StopOrder {
    private static final Logger LOG = LoggerFactory.getLogger(StopOrder.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean stopped;

    /** Notes what was started; if everything is being stopped already, so is this, and the start ends here. */
    synchronized <T extends AutoCloseable> T add(T part) {
        started.push(part);
        if (stopped) {
            stopStarted();
            throw new LocalStartException("Stopped before everything was started.");
        }
        return part;
    }

    /** Stops everything; false if there was nothing to stop. */
    synchronized boolean stopAll() {
        stopped = true;
        boolean any = !started.isEmpty();
        stopStarted();
        return any;
    }

    private void stopStarted() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                // the rest must be stopped all the same
                LOG.error("{} did not stop", part, e);
            }
        }
    }
}
