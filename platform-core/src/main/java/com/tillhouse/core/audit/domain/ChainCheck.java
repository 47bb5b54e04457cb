package com.tillhouse.core.audit.domain;

import com.tillhouse.core.audit.domain.AuditBreak.Fault;
import com.tillhouse.core.shared.TenantId;
import org.jspecify.annotations.Nullable;

/** Follows one chain, entry by entry, and stops at the first that does not fit. */
public final class ChainCheck {
    private final @Nullable AuditAnchor anchor;
    private AuditAnchor reached;
    private @Nullable AuditBreak broken;
    private boolean ended;

    /** @param anchor where the chain ended once, if that was kept */
    public ChainCheck(TenantId tenant, @Nullable AuditAnchor anchor) {
        this.anchor = anchor;
        this.reached = AuditAnchor.genesis(tenant);
        compareWithAnchor();
    }

    /** The last entry that fits. */
    public AuditAnchor reached() {
        return reached;
    }

    /** True when there is nothing more to look at. */
    public boolean done() {
        return ended || broken != null;
    }

    public AuditVerdict verdict() {
        return new AuditVerdict(reached, broken);
    }

    /** Looks at the entry that comes next; does nothing after a break. */
    public void next(AuditEntry entry) {
        long expected = reached.number() + 1;
        if (done()) {
            return;
        }
        if (entry.number() != expected) {
            stop(expected, Fault.GAP, "entry " + expected + " is missing; entry " + entry.number() + " comes next");
        } else if (!entry.previous().equals(reached.hash())) {
            stop(
                    expected,
                    Fault.PREVIOUS,
                    "says that " + entry.previous().hex() + " came before it, which was "
                            + reached.hash().hex());
        } else if (!entry.hash().equals(entry.expectedHash())) {
            stop(
                    expected,
                    Fault.HASH,
                    "was changed: its hash is " + entry.hash().hex() + ", its fields make "
                            + entry.expectedHash().hex());
        } else {
            reached = entry.anchor();
            compareWithAnchor();
        }
    }

    /** There are no more entries; this is where the chain should end. */
    public void end(AuditAnchor head) {
        if (done()) {
            return;
        }
        ended = true;
        if (!head.equals(reached)) {
            stop(
                    reached.number(),
                    Fault.HEAD,
                    "is the last, but the chain should end at entry " + head.number() + " with the hash "
                            + head.hash().hex());
        } else if (anchor != null && anchor.number() > reached.number()) {
            stop(reached.number(), Fault.ANCHOR, "is the last, but entry " + anchor.number() + " was there once");
        }
    }

    private void compareWithAnchor() {
        if (anchor != null
                && anchor.number() == reached.number()
                && !anchor.hash().equals(reached.hash())) {
            stop(
                    reached.number(),
                    Fault.ANCHOR,
                    "is not the one that was anchored: its hash is "
                            + reached.hash().hex() + ", it was " + anchor.hash().hex());
        }
    }

    private void stop(long number, Fault fault, String detail) {
        broken = new AuditBreak(number, fault, detail);
    }
}
