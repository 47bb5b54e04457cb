package com.tillhouse.local.money;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long calls took, from when they were due to when they were answered. */
final class Latencies {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long took) {
        nanos.add(took);
    }

    /** So many of a hundred took no longer than this many milliseconds. */
    double percentile(double percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int index = (int) Math.ceil(percent / 100 * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1e6;
    }

    /** The one in the middle. */
    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
