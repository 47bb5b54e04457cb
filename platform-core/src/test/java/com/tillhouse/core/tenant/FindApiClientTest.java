package com.tillhouse.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is remembered of clients is never older than half a minute, and never stands in for an answer that can't be had. */
class FindApiClientTest {
    private static final String ID = "tc_0123456789abcdefghijklmnop";
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Supplier<Optional<ApiClient>> kept = () -> Optional.of(client(null));
    private int asked;

    private final ApiClientRepository clients = (ApiClientRepository) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {ApiClientRepository.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("tenantOf")) {
                    return Optional.of(TENANT);
                }
                asked++;
                return kept.get();
            });

    private final UnitOfWork unitOfWork = new UnitOfWork() {
        @Override
        public <T> T inTenant(TenantId tenant, Supplier<T> work) {
            return work.get();
        }
    };

    private final FindApiClient find = new FindApiClient(unitOfWork, clients, new ClientDirectory(clients), () -> now);

    private ApiClient client(Instant disabledAt) {
        return new ApiClient(
                TENANT,
                ID,
                Mode.TEST,
                "Backend",
                Set.of("sessions:read"),
                LocalDate.of(2026, 11, 1),
                now,
                disabledAt,
                null,
                List.of());
    }

    @Test
    void asksOnceInHalfAMinuteAndThenSeesThatTheClientIsDisabled() {
        assertThat(find.enabled(ID)).isPresent();
        kept = () -> Optional.of(client(now));
        now = now.plusSeconds(29);
        assertThat(find.enabled(ID)).isPresent();
        assertThat(asked).isEqualTo(1);
        assertThat(find.enabledNow(ID)).isEmpty();
        now = now.plusSeconds(1);
        assertThat(find.enabled(ID)).isEmpty();
    }

    @Test
    void failsClosedWhenTheDatabaseCanNotBeAsked() {
        assertThat(find.enabled(ID)).isPresent();
        kept = () -> {
            throw new IllegalStateException("no database");
        };
        now = now.plus(Duration.ofSeconds(30));
        assertThatThrownBy(() -> find.enabled(ID)).hasMessage("no database");
        assertThatThrownBy(() -> find.enabled(ID)).hasMessage("no database");
    }

    @Test
    void doesNotAskForIdsThatThePlatformNeverMade() {
        assertThat(find.enabled("tc_x")).isEmpty();
        assertThat(find.enabled("' or 1=1")).isEmpty();
        assertThat(asked).isZero();
    }
}
