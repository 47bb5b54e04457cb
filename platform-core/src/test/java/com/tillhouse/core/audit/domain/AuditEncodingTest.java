package com.tillhouse.core.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hashes that were computed once by another program (docs/adr/0015-…). They can't change: kept chains would break. */
class AuditEncodingTest {

    @Test
    void makesTheseHashesForEver() {
        assertThat(AuditAnchor.genesis(AuditEntryFixture.TENANT).hash().hex())
                .isEqualTo("edc5efd539d7701d0eff673bd1d99bed9cc67de3197130bac6c02c544f70a906");
        List<AuditEntry> chain = AuditEntryFixture.chain(3);
        assertThat(chain)
                .extracting(entry -> entry.hash().hex())
                .containsExactly(
                        "af28403dfcbada65ce5863bdb21129d3fa1dfde509c8c2883a483f0645b7a0a7",
                        "948201188f596430be0bf58fa4f17a8d3f8a1f3491e5126e82dbfbf2b83e881a",
                        "4fed96e56630b3d63e8a0a19e85bdc1b0fe19bde118c33a79f83b5d96ac1cd41");
    }

    @Test
    void writesDetailsInOneWay() {
        assertThat(AuditEntryFixture.chain(1).getFirst().details())
                .isEqualTo("{\"mode\":\"TEST\",\"name\":\"=HYPERLINK(\\\"x\\\")\\u000a\"}");
    }

    @Test
    void readsTheDetailsItWrote() {
        Map<String, String> members = Map.of("a \"b\"", "c:\\d\n", "e", "{\"f\":\"g\"}", "ä", "\uD83D\uDE42");
        assertThat(JsonText.members(JsonText.object(members))).isEqualTo(members);
    }

    @Test
    void tellsAMissingTextFromAnEmptyOne() {
        AuditEntry entry = AuditEntryFixture.chain(2).getFirst();
        AuditActor actor = entry.actor();
        assertThat(List.of(
                        withAgent(entry, null, actor).expectedHash(),
                        withAgent(entry, "", actor).expectedHash()))
                .doesNotHaveDuplicates();
    }

    private static AuditEntry withAgent(
            AuditEntry entry, @org.jspecify.annotations.Nullable String agent, AuditActor actor) {
        return new AuditEntry(
                entry.tenant(),
                entry.number(),
                entry.at(),
                new AuditActor(actor.kind(), actor.id(), actor.name(), actor.role(), actor.address(), agent),
                entry.action(),
                entry.objectId(),
                entry.details(),
                entry.previous(),
                entry.hash());
    }
}
