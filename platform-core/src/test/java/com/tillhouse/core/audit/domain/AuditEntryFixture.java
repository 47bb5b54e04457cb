package com.tillhouse.core.audit.domain;

import com.tillhouse.core.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A chain with known hashes. */
public final class AuditEntryFixture {
    public static final TenantId TENANT = new TenantId(UUID.fromString("0b9a5b0e-6f0e-4f3c-9a51-3d8f0a3f1c11"));
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final AuditActor MEI = new AuditActor(
            "member",
            "7d1c1f5e-4f0c-4a0e-8f57-0c8f5d0f2a22",
            "mei@kaya.example",
            "owner",
            "203.0.113.7",
            "Firefox \"ä\" \uD83D\uDE42");

    private AuditEntryFixture() {}

    /** As many entries as asked for, each by a member, the last by the platform. */
    public static List<AuditEntry> chain(int length) {
        List<AuditEntry> chain = new ArrayList<>();
        AuditAnchor head = AuditAnchor.genesis(TENANT);
        for (int i = 1; i <= length; i++) {
            AuditNote note = AuditNote.of(AuditAction.API_CLIENT_ISSUED, "tc_" + i)
                    .with("name", i == 1 ? "=HYPERLINK(\"x\")\n" : "Shop backend")
                    .with("mode", "TEST");
            AuditEntry entry = AuditEntry.following(
                    head, TENANT, AT.plusSeconds(i), i == length ? AuditActor.PLATFORM : MEI, note);
            chain.add(entry);
            head = entry.anchor();
        }
        return chain;
    }
}
