package com.tillhouse.api.limit;

import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.TenantMemory;
import io.github.bucket4j.TimeMeter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The quotas of the tenants and of their clients in this process. TEST and LIVE count apart, so that a test run can't hold up a sale. What is
 * forgotten because many others came since is full again when it returns, which by then it would be anyway.
 */
public final class RequestLimits {
    private static final int MOST = 20_000;

    private final LimitSettings settings;
    private final TimeMeter clock;
    private final TenantMemory<Whose, TenantShare> shares = new TenantMemory<>(MOST);
    private final TenantMemory<Whose, Quota> clients = new TenantMemory<>(MOST);
    private final TenantMemory<Whose, Quota> tokens = new TenantMemory<>(MOST);

    RequestLimits(LimitSettings settings, TimeMeter clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param client its id; empty for the tenant as a whole */
    private record Whose(TenantId tenant, Mode mode, String client) implements TenantMemory.Key {}

    /** Room for one request among those of its tenant that are worked on; closed when it is done. */
    public static final class Place implements AutoCloseable {
        private final Admission admission;
        private final Runnable leave;

        private Place(Admission admission, Runnable leave) {
            this.admission = admission;
            this.leave = leave;
        }

        public Admission admission() {
            return admission;
        }

        @Override
        public void close() {
            leave.run();
        }
    }

    /** A request of this client comes in. Refused, it costs nothing. */
    public Place enter(TenantId tenant, Mode mode, String client, boolean write) {
        TenantShare share =
                of(shares, new Whose(tenant, mode, ""), () -> new TenantShare(tenant.toString(), settings, clock));
        if (!share.enter()) {
            return new Place(Admission.tooManyAtOnce(), () -> {});
        }
        Quota own = of(
                clients,
                new Whose(tenant, mode, client),
                () -> new Quota("client", settings.clientRequests(tenant.toString()), settings, clock));
        return new Place(share.take(own, write), share::leave);
    }

    /** How the quotas of all requests stand when nothing is left of one of them. Takes nothing. */
    public Optional<Admission> exhausted(TenantId tenant, Mode mode, String client) {
        TenantShare share = shares.find(new Whose(tenant, mode, ""));
        Quota own = clients.find(new Whose(tenant, mode, client));
        return share == null || own == null
                ? Optional.empty()
                : Optional.of(share.look(own)).filter(admission -> !admission.granted());
    }

    /** A client that has proved who it is asks for an access token: nobody else can use this up. */
    public Admission token(TenantId tenant, Mode mode, String client) {
        Quota own = of(
                tokens,
                new Whose(tenant, mode, client),
                () -> new Quota("tokens", settings.clientTokens(), settings, clock));
        return Admission.by(List.of(own.take()));
    }

    private static <V> V of(TenantMemory<Whose, V> memory, Whose whose, Supplier<V> fresh) {
        V known = memory.find(whose);
        return Objects.requireNonNullElseGet(known, () -> memory.keep(whose, fresh.get()));
    }
}
