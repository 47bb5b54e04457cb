package com.tillhouse.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestLimitsTest {
    private static final TenantId A = new TenantId(UUID.randomUUID());
    private static final TenantId B = new TenantId(UUID.randomUUID());

    private final AtomicLong nanos = new AtomicLong();
    private final TimeMeter clock = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private static LimitSettings settings(Map<String, Object> said) {
        return new Binder(new MapConfigurationPropertySource(said))
                .bindOrCreate("tillhouse.api.limits", LimitSettings.class);
    }

    private RequestLimits limits(Map<String, Object> said) {
        return new RequestLimits(settings(said), clock);
    }

    private static int letIn(RequestLimits limits, TenantId tenant, Mode mode, boolean write, int sent) {
        int in = 0;
        for (int i = 0; i < sent; i++) {
            try (RequestLimits.Place place = limits.enter(tenant, mode, "client", write)) {
                in += place.admission().granted() ? 1 : 0;
            }
        }
        return in;
    }

    @Test
    void letsInAHundredRequestsASecondAndABurstOfFourSeconds() {
        RequestLimits limits = limits(Map.of());
        assertThat(letIn(limits, A, Mode.LIVE, false, 5_000)).isEqualTo(400);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(letIn(limits, A, Mode.LIVE, false, 5_000)).isEqualTo(100);
    }

    @Test
    void letsInTwentyFiveWritesASecondAndStillReads() {
        RequestLimits limits = limits(Map.of());
        assertThat(letIn(limits, A, Mode.LIVE, true, 5_000)).isEqualTo(100);
        assertThat(letIn(limits, A, Mode.LIVE, false, 5_000)).isEqualTo(300);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(letIn(limits, A, Mode.LIVE, true, 5_000)).isEqualTo(25);
    }

    @Test
    void looksWhetherAnythingIsLeftWithoutTakingIt() {
        RequestLimits limits = limits(Map.of());
        assertThat(limits.exhausted(A, Mode.LIVE, "client")).isEmpty();
        assertThat(letIn(limits, A, Mode.LIVE, false, 399)).isEqualTo(399);
        assertThat(limits.exhausted(A, Mode.LIVE, "client")).isEmpty();
        assertThat(letIn(limits, A, Mode.LIVE, false, 5)).isEqualTo(1);
        assertThat(limits.exhausted(A, Mode.LIVE, "client"))
                .hasValueSatisfying(admission -> assertThat(admission.delay()).isEqualTo(1));
        assertThat(limits.exhausted(A, Mode.TEST, "client")).isEmpty();
        assertThat(limits.exhausted(B, Mode.LIVE, "client")).isEmpty();
        nanos.addAndGet(Duration.ofMillis(10).toNanos());
        assertThat(limits.exhausted(A, Mode.LIVE, "client")).isEmpty();
    }

    /** Nothing is left of the writes, but reads may come. */
    @Test
    void isNotExhaustedByWrites() {
        RequestLimits limits = limits(Map.of());
        assertThat(letIn(limits, A, Mode.LIVE, true, 500)).isEqualTo(100);
        assertThat(limits.exhausted(A, Mode.LIVE, "client")).isEmpty();
    }

    @Test
    void countsTenantsAndModesApart() {
        RequestLimits limits = limits(Map.of());
        assertThat(letIn(limits, A, Mode.TEST, false, 2_000)).isEqualTo(400);
        assertThat(letIn(limits, A, Mode.LIVE, false, 2_000)).isEqualTo(400);
        assertThat(letIn(limits, B, Mode.TEST, false, 2_000)).isEqualTo(400);
    }

    @Test
    void holdsOneClientToItsPart() {
        RequestLimits limits = limits(Map.of("tillhouse.api.limits.client-requests", 40));
        assertThat(letIn(limits, A, Mode.LIVE, false, 2_000)).isEqualTo(160);
        try (RequestLimits.Place other = limits.enter(A, Mode.LIVE, "other", false)) {
            assertThat(other.admission().granted()).isTrue();
        }
    }

    @Test
    void givesATenantItsOwnLimits() {
        RequestLimits limits = limits(Map.of("tillhouse.api.limits.tenants." + A + ".requests", 2));
        assertThat(letIn(limits, A, Mode.LIVE, false, 2_000)).isEqualTo(8);
        assertThat(letIn(limits, B, Mode.LIVE, false, 2_000)).isEqualTo(400);
    }

    @Test
    void takesItsPartWhenSeveralProcessesShare() {
        RequestLimits limits = limits(Map.of("tillhouse.api.limits.processes", 4));
        assertThat(letIn(limits, A, Mode.LIVE, false, 2_000)).isEqualTo(100);
    }

    @Test
    void keepsRoomForOthersWhileOneTenantsRequestsAreWorkedOn() {
        RequestLimits limits = limits(Map.of("tillhouse.api.limits.tenant-at-once", 3));
        List<RequestLimits.Place> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            open.add(limits.enter(A, Mode.LIVE, "client", false));
        }
        assertThat(open.stream().map(place -> place.admission().granted())).containsExactly(true, true, true, false);
        assertThat(limits.enter(B, Mode.LIVE, "client", false).admission().granted())
                .isTrue();
        open.forEach(RequestLimits.Place::close);
        assertThat(letIn(limits, A, Mode.LIVE, false, 10)).isEqualTo(10);
    }

    @Test
    void saysHowTheQuotasStandAndHowLongToWait() {
        RequestLimits limits = limits(Map.of("tillhouse.api.limits.writes", 1, "tillhouse.api.limits.window", "1s"));
        assertThat(headers(limits, "RateLimit-Policy"))
                .isEqualTo("\"writes\";q=1;w=1, \"client\";q=100;w=1, \"requests\";q=100;w=1");
        assertThat(headers(limits, "Retry-After")).isEqualTo("1");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(headers(limits, "RateLimit")).startsWith("\"writes\";r=0;t=1, \"client\";r=99;t=1");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(headers(limits, "Retry-After")).isNull();
    }

    private static @Nullable String headers(RequestLimits limits, String name) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try (RequestLimits.Place place = limits.enter(A, Mode.LIVE, "client", true)) {
            place.admission().tell(response);
        }
        return response.getHeader(name);
    }

    @Test
    void countsANetworkOfIpv6AsOneAddress() {
        AddressLimits limits = new AddressLimits(settings(Map.of("tillhouse.api.limits.address-tokens", 1)), clock);
        for (int i = 0; i < 4; i++) {
            assertThat(limits.attempt("2001:db8::" + i).granted()).isTrue();
        }
        assertThat(limits.attempt("2001:db8::ffff").granted()).isFalse();
        assertThat(limits.attempt("2001:db8:0:1::1").granted()).isTrue();
        assertThat(limits.attempt("192.0.2.1").granted()).isTrue();
    }
}
