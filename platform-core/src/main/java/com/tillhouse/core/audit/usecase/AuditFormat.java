package com.tillhouse.core.audit.usecase;

import com.tillhouse.core.audit.domain.AuditActor;
import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a trail can be exported as. Both hold every field that the hashes are made of. */
public enum AuditFormat {
    /** Comma-separated values (RFC 4180), every cell quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
    CSV("csv", "text/csv; charset=utf-8") {
        @Override
        String head() {
            return "tenant_id,number,at,actor_kind,actor_id,actor_name,actor_role,address,agent,action,object_id,details,"
                    + "previous_hash,hash\r\n";
        }

        @Override
        String line(AuditEntry entry) {
            return fields(entry).values().stream().map(AuditFormat::cell).collect(Collectors.joining(",", "", "\r\n"));
        }
    },
    /** One JSON object on each line; exact, so that the hashes can be computed again. */
    NDJSON("ndjson", "application/x-ndjson") {
        @Override
        String head() {
            return "";
        }

        @Override
        String line(AuditEntry entry) {
            return fields(entry).entrySet().stream()
                    .map(field -> JsonText.quoted(field.getKey()) + ":" + value(field.getKey(), field.getValue()))
                    .collect(Collectors.joining(",", "{", "}\n"));
        }
    };

    private static final String FORMULA = "=+-@\t\r\n";

    private final String ending;
    private final String contentType;

    AuditFormat(String ending, String contentType) {
        this.ending = ending;
        this.contentType = contentType;
    }

    /** The ending of its file names. */
    public String ending() {
        return ending;
    }

    /** Its media type. */
    public String contentType() {
        return contentType;
    }

    abstract String head();

    abstract String line(AuditEntry entry);

    private static Map<String, @Nullable String> fields(AuditEntry entry) {
        AuditActor actor = entry.actor();
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("tenant_id", entry.tenant().toString());
        fields.put("number", Long.toString(entry.number()));
        fields.put("at", entry.at().toString());
        fields.put("actor_kind", actor.kind());
        fields.put("actor_id", actor.id());
        fields.put("actor_name", actor.name());
        fields.put("actor_role", actor.role());
        fields.put("address", actor.address());
        fields.put("agent", actor.agent());
        fields.put("action", entry.action());
        fields.put("object_id", entry.objectId());
        fields.put("details", entry.details());
        fields.put("previous_hash", entry.previous().hex());
        fields.put("hash", entry.hash().hex());
        return fields;
    }

    private static String cell(@Nullable String value) {
        String text = Objects.requireNonNullElse(value, "");
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** The number stays a number; the details are text, byte for byte as the hash takes them. */
    private static String value(String name, @Nullable String value) {
        if (value == null) {
            return "null";
        }
        return name.equals("number") ? value : JsonText.quoted(value);
    }
}
