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
    private boolean complete;

    /** Notes what was started; if everything is being stopped already, so is this, and the start ends here. */
    synchronized <T extends AutoCloseable> T add(T part) {
        started.push(part);
        if (stopped) {
            stopStarted();
            throw new LocalStartException("Stopped before everything was started.");
        }
        return part;
    }

    /** Notes that the start came to its end. */
    synchronized void complete() {
        complete = true;
    }

    /** Stops everything; false if the start never came to its end, so that its reason stays the last word. */
    synchronized boolean stopAll() {
        stopped = true;
        stopStarted();
        return complete;
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
