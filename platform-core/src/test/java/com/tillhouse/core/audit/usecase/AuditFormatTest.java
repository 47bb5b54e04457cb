package com.tillhouse.core.audit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.AuditEntryFixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditFormatTest {

    private static String golden(AuditFormat format) throws IOException {
        try (InputStream file = AuditFormatTest.class.getResourceAsStream("/audit/export." + format.ending())) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesTheGoldenFile(AuditFormat format) throws IOException {
        StringBuilder written = new StringBuilder(format.head());
        for (AuditEntry entry : AuditEntryFixture.chain(3)) {
            written.append(format.line(entry));
        }
        assertThat(written.toString().replace("\r\n", "\n")).isEqualTo(golden(format));
    }

    @Test
    void disarmsWhatASpreadsheetWouldTakeForAFormula() {
        AuditEntry entry = AuditEntryFixture.chain(2).getFirst();
        for (String evil : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"}) {
            AuditEntry with = new AuditEntry(
                    entry.tenant(),
                    entry.number(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    evil,
                    entry.details(),
                    entry.previous(),
                    entry.hash());
            assertThat(AuditFormat.CSV.line(with)).contains(",\"'" + evil + "\",");
        }
    }
}
