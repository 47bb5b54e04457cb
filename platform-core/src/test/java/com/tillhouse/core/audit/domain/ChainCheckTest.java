package com.tillhouse.core.audit.domain;

import static com.tillhouse.core.audit.domain.AuditEntryFixture.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.audit.domain.AuditBreak.Fault;
import com.tillhouse.core.shared.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainCheckTest {
    private static final List<AuditEntry> CHAIN = AuditEntryFixture.chain(5);
    private static final AuditHash OTHER = new AuditHash("ab".repeat(32));

    private static AuditVerdict check(List<AuditEntry> entries, AuditAnchor head, @Nullable AuditAnchor anchor) {
        ChainCheck check = new ChainCheck(TENANT, anchor);
        entries.forEach(check::next);
        check.end(head);
        return check.verdict();
    }

    private static AuditVerdict check(List<AuditEntry> entries) {
        return check(entries, CHAIN.getLast().anchor(), null);
    }

    @Test
    void holdsWhenNothingWasTouched() {
        assertThat(check(CHAIN)).isEqualTo(new AuditVerdict(CHAIN.getLast().anchor(), null));
        assertThat(check(List.of(), AuditAnchor.genesis(TENANT), null).holds()).isTrue();
        assertThat(check(CHAIN, CHAIN.getLast().anchor(), CHAIN.get(2).anchor()).holds())
                .isTrue();
    }

    static Stream<AuditEntry> spoiled() {
        AuditEntry e = CHAIN.get(2);
        AuditActor a = e.actor();
        return Stream.of(
                copy(e, e.at().plusNanos(1000), a, e.action(), e.objectId(), e.details()),
                copy(
                        e,
                        e.at(),
                        new AuditActor("api_client", a.id(), a.name(), a.role(), a.address(), a.agent()),
                        e.action(),
                        e.objectId(),
                        e.details()),
                copy(
                        e,
                        e.at(),
                        new AuditActor(a.kind(), null, a.name(), a.role(), a.address(), a.agent()),
                        e.action(),
                        e.objectId(),
                        e.details()),
                copy(
                        e,
                        e.at(),
                        new AuditActor(a.kind(), a.id(), "", a.role(), a.address(), a.agent()),
                        e.action(),
                        e.objectId(),
                        e.details()),
                copy(
                        e,
                        e.at(),
                        new AuditActor(a.kind(), a.id(), a.name(), null, a.address(), a.agent()),
                        e.action(),
                        e.objectId(),
                        e.details()),
                copy(
                        e,
                        e.at(),
                        new AuditActor(a.kind(), a.id(), a.name(), a.role(), "203.0.113.8", a.agent()),
                        e.action(),
                        e.objectId(),
                        e.details()),
                copy(
                        e,
                        e.at(),
                        new AuditActor(a.kind(), a.id(), a.name(), a.role(), a.agent(), a.address()),
                        e.action(),
                        e.objectId(),
                        e.details()),
                copy(e, e.at(), a, "member.added", e.objectId(), e.details()),
                copy(e, e.at(), a, e.action(), "tc_9", e.details()),
                copy(e, e.at(), a, e.action(), e.objectId(), "{}"));
    }

    private static AuditEntry copy(
            AuditEntry e, java.time.Instant at, AuditActor actor, String action, String object, String details) {
        return new AuditEntry(e.tenant(), e.number(), at, actor, action, object, details, e.previous(), e.hash());
    }

    @ParameterizedTest
    @MethodSource("spoiled")
    void namesAnEntryOfWhichAnyFieldWasChanged(AuditEntry changed) {
        List<AuditEntry> chain = new ArrayList<>(CHAIN);
        chain.set(2, changed);
        AuditVerdict verdict = check(chain);
        assertThat(verdict.broken()).isNotNull().satisfies(broken -> {
            assertThat(broken.number()).isEqualTo(3);
            assertThat(broken.fault()).isEqualTo(Fault.HASH);
        });
        assertThat(verdict.verified()).isEqualTo(CHAIN.get(1).anchor());
    }

    @Test
    void namesWhatIsMissingAndWhatWasSlippedIn() {
        assertThat(fault(check(CHAIN.subList(1, 5)))).isEqualTo(Fault.GAP);
        assertThat(fault(check(
                        Stream.concat(CHAIN.stream().limit(2), CHAIN.stream().skip(3))
                                .toList())))
                .isEqualTo(Fault.GAP);
        assertThat(fault(check(CHAIN.subList(0, 4)))).isEqualTo(Fault.HEAD);
        assertThat(fault(check(CHAIN, CHAIN.get(3).anchor(), null))).isEqualTo(Fault.HEAD);
        assertThat(fault(check(CHAIN, new AuditAnchor(5, OTHER), null))).isEqualTo(Fault.HEAD);
        assertThat(fault(check(List.of()))).isEqualTo(Fault.HEAD);
    }

    @Test
    void namesAnEntryOfAnotherChain() {
        AuditAnchor elsewhere = AuditAnchor.genesis(new TenantId(UUID.randomUUID()));
        AuditEntry foreign = AuditEntry.following(
                elsewhere,
                TENANT,
                CHAIN.getFirst().at(),
                AuditActor.PLATFORM,
                AuditNote.of(AuditAction.MEMBER_ADDED, "x"));
        assertThat(fault(check(List.of(foreign), foreign.anchor(), null))).isEqualTo(Fault.PREVIOUS);
    }

    @Test
    void noticesARewrittenOrShortenedChainByItsAnchor() {
        List<AuditEntry> shorter = CHAIN.subList(0, 3);
        assertThat(check(shorter, shorter.getLast().anchor(), null).holds()).isTrue();
        assertThat(fault(check(
                        shorter, shorter.getLast().anchor(), CHAIN.getLast().anchor())))
                .isEqualTo(Fault.ANCHOR);
        assertThat(fault(check(CHAIN, CHAIN.getLast().anchor(), new AuditAnchor(3, OTHER))))
                .isEqualTo(Fault.ANCHOR);
    }

    private static @Nullable Fault fault(AuditVerdict verdict) {
        return verdict.broken() == null ? null : verdict.broken().fault();
    }
}
