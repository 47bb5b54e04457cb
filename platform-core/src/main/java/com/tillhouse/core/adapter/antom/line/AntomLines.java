package com.tillhouse.core.adapter.antom.line;

import com.tillhouse.core.gateway.GatewayAccount;
import com.tillhouse.core.gateway.GatewayLine;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.TenantMemory;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One line for each account, so that a merchant whose calls hang or fail takes neither room nor trust from another. All lines together are bounded
 * too.
 */
public final class AntomLines implements GatewayLine {
    private static final int MOST = 10_000;

    private final LineSettings settings;
    private final Clock clock;
    private final Bulkhead all;
    private final TenantMemory<Key, AntomLine> lines = new TenantMemory<>(MOST);

    public AntomLines(LineSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock.withZone(ZoneOffset.UTC);
        this.all = bulkhead("antom", settings.atOnce());
    }

    private record Key(TenantId tenant, String accountId) implements TenantMemory.Key {}

    /** The line of this account. */
    public AntomLine of(GatewayAccount account) {
        Key key = new Key(account.tenant(), account.id());
        AntomLine known = lines.find(key);
        return known != null
                ? known
                : lines.keep(
                        key,
                        new AntomLine(
                                account.id(), settings, bulkhead(account.id(), settings.perAccount()), all, clock));
    }

    @Override
    public Optional<Duration> blocked(GatewayAccount account) {
        return of(account).blocked();
    }

    private static Bulkhead bulkhead(String name, int atOnce) {
        return Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(atOnce)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }
}
