package com.tillhouse.core.audit.domain;

import com.tillhouse.core.shared.TenantId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one way an entry becomes bytes: each field in its place as four bytes of length (big-endian) and UTF-8, a missing one as the length -1. So no two
 * entries share their bytes, whatever their texts hold. It must never change; another way would be another version.
 */
final class AuditEncoding {
    private static final String VERSION = "tillhouse.audit.1";
    private static final int MISSING = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private AuditEncoding(TenantId tenant) {
        add(VERSION);
        add(tenant.toString());
    }

    static AuditHash genesis(TenantId tenant) {
        return AuditHash.of(new AuditEncoding(tenant).bytes.toByteArray());
    }

    static AuditHash hash(AuditEntry entry) {
        AuditActor actor = entry.actor();
        AuditEncoding encoding = new AuditEncoding(entry.tenant());
        encoding.add(Long.toString(entry.number()));
        encoding.add(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at())));
        encoding.add(actor.kind());
        encoding.add(actor.id());
        encoding.add(actor.name());
        encoding.add(actor.role());
        encoding.add(actor.address());
        encoding.add(actor.agent());
        encoding.add(entry.action());
        encoding.add(entry.objectId());
        encoding.add(entry.details());
        encoding.add(entry.previous().hex());
        return AuditHash.of(encoding.bytes.toByteArray());
    }

    private void add(@Nullable String field) {
        if (field == null) {
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(MISSING).array());
            return;
        }
        byte[] text = field.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        bytes.writeBytes(text);
    }
}
