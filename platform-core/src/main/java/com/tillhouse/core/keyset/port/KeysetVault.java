package com.tillhouse.core.keyset.port;

import com.tillhouse.core.keyset.domain.KeysetNotOpenedException;
import com.tillhouse.core.keyset.domain.WrappedKeyset;
import com.tillhouse.core.shared.TenantId;
import java.util.Optional;

/** Keysets of tenants, and the platform's own. */
public interface KeysetVault {

    /** The master key that wraps from now on. */
    String newestMasterKey();

    /** The tenant's keyset; empty when it has sealed nothing yet. Inside the tenant's unit of work. */
    Optional<WrappedKeyset> find(TenantId tenant);

    /**
     * The same keys under the newest master key. May ask a server, so never inside a unit of work.
     *
     * @throws KeysetNotOpenedException when a master key is missing, refuses or does not answer
     */
    WrappedKeyset rewrapped(TenantId tenant, WrappedKeyset current);

    /**
     * The keyset with a fresh key that seals from now on, under the newest master key. Keys before it are left to open with as long as some process may
     * still seal with them. Never inside a unit of work.
     *
     * @throws KeysetNotOpenedException as for {@link #rewrapped}
     */
    WrappedKeyset rotated(TenantId tenant, WrappedKeyset current);

    /** Puts it in the place of what was read. False when somebody else was quicker. Inside the tenant's unit of work. */
    boolean replace(TenantId tenant, WrappedKeyset read, WrappedKeyset next);

    /** Puts the platform's own keyset under the newest master key, if it is not, or always. True when something changed. Opens its own transactions. */
    boolean rewrapPlatform(boolean always);
}
