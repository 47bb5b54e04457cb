package com.tillhouse.webhooks.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.webhooks.notify.NotifyGuard.Place;
import com.tillhouse.webhooks.notify.NotifyGuard.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotifyGuardTest {
    private static final Source FLOOD = new Source("route", "203.0.113.1");
    private static final Source ANTOM = new Source("route", "198.51.100.1");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final NotifyGuard guard = new NotifyGuard(now::get);

    private void flood() {
        for (int i = 0; i < NotifyGuard.REFUSALS; i++) {
            guard.refused(FLOOD);
        }
    }

    /** As many places as it gives at once. */
    private List<Place> all(Source source) {
        List<Place> places = new ArrayList<>();
        Stream.generate(() -> guard.enter(source))
                .takeWhile(place -> place != null)
                .limit(1_000)
                .forEach(places::add);
        return places;
    }

    @Test
    void worksOnSoManyAtOnce() {
        List<Place> places = all(ANTOM);
        assertThat(places).hasSize(NotifyGuard.AT_ONCE);
        places.forEach(Place::close);
        assertThat(all(ANTOM)).hasSize(NotifyGuard.AT_ONCE);
    }

    @Test
    void givesAFloodANarrowLaneAndNobodyElse() {
        flood();
        assertThat(all(FLOOD)).hasSize(NotifyGuard.NARROW);
        assertThat(all(ANTOM)).hasSize(NotifyGuard.AT_ONCE);
    }

    @Test
    void stillTakesFromTheAddressOfAFlood() {
        flood();
        assertThat(guard.enter(FLOOD)).isNotNull();
        assertThat(all(new Source("another route", FLOOD.address()))).hasSize(NotifyGuard.AT_ONCE);
    }

    @Test
    void forgivesAfterAWhile() {
        flood();
        now.updateAndGet(before -> before.plus(NotifyGuard.FORGIVEN).plus(Duration.ofSeconds(1)));
        assertThat(all(FLOOD)).hasSize(NotifyGuard.AT_ONCE);
    }
}
