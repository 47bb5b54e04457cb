package com.tillhouse.core.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.audit.domain.AuditEntry;
import com.tillhouse.core.audit.domain.JsonText;
import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicyCommand;
import com.tillhouse.core.operator.domain.AccessGrant;
import com.tillhouse.core.operator.domain.AccessRequest;
import com.tillhouse.core.operator.domain.AccessScope;
import com.tillhouse.core.operator.domain.AccessStatus;
import com.tillhouse.core.operator.domain.TenantEntry;
import com.tillhouse.core.operator.usecase.AccessOverException;
import com.tillhouse.core.operator.usecase.OpenAccessCommand;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.Membership;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import com.tillhouse.core.tenant.Visit;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator sees nothing without an open access, no more than it allows with one, and the tenant reads of all of it. */
class OperatorAccessIT extends OperatorFixture {
    @Autowired
    JdbcClient jdbc;

    private CheckoutPolicy read() {
        return checkoutPolicies.read(kaya);
    }

    private CheckoutPolicy change() {
        return checkoutPolicies.change(new ChangeCheckoutPolicyCommand(kaya, SurplusPolicy.KEEP, null));
    }

    private static Map<String, String> details(AuditEntry entry) {
        return JsonText.members(entry.details());
    }

    @Test
    void isAsBlindAsAnybodyWithoutAnAccess() {
        assertThatThrownBy(() -> as(operator, this::read)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> use.enter(operator, slug(kaya))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> use.enter(operator, "never-was")).isInstanceOf(NotFoundException.class);
        assertThat(use.tenants(operator)).extracting(TenantEntry::id).contains(kaya, other);
        assertThat(use.tenants(owner)).isEmpty();
        assertThatThrownBy(() ->
                        open.open(OpenAccessCommand.of(kaya, owner, AccessScope.READ, REASON, Duration.ofHours(1))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void looksIntoTheOneTenantItHasAnAccessTo() {
        AccessGrant grant = opened(AccessScope.READ);
        Membership seen = use.enter(operator, slug(kaya));
        Visit visit = Objects.requireNonNull(seen.visit());
        assertThat(seen.role()).isEqualTo(Role.VIEWER);
        assertThat(seen.changesSettings()).isFalse();
        assertThat(visit.reason()).isEqualTo(REASON);
        assertThat(visit.until()).isEqualTo(grant.endsAt());
        assertThat(as(operator, this::read)).isEqualTo(CheckoutPolicy.USUAL);
        assertThatThrownBy(() -> as(operator, () -> checkoutPolicies.read(other)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> use.enter(operator, slug(other))).isInstanceOf(NotFoundException.class);
        PersonId colleague = operator();
        assertThatThrownBy(() -> as(colleague, this::read)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void writesNothingWhileItOnlyLooks() {
        opened(AccessScope.READ);
        assertThatThrownBy(() -> as(operator, this::change)).rootCause().hasMessageContaining("read-only transaction");
        assertThat(read()).isEqualTo(CheckoutPolicy.USUAL);
    }

    @Test
    void changesSettingsUnderItsOwnNameAndReason() {
        AccessGrant grant = opened(AccessScope.ACT);
        assertThat(use.enter(operator, slug(kaya)).changesSettings()).isTrue();
        run(operator, () -> change());
        assertThat(read().surplus()).isEqualTo(SurplusPolicy.KEEP);
        AuditEntry entry = last(kaya);
        assertThat(entry.action()).isEqualTo("checkout_policy.changed");
        assertThat(details(entry)).containsEntry("access", grant.id()).containsEntry("access_reason", REASON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update payment set check_lease_until = null",
                "insert into refund (tenant_id, id) values (app_tenant(), 're_1')",
                "update gateway_key set status = 'RETIRED'",
                "delete from member",
                "insert into member (tenant_id, person_id, role, created_at) values (app_tenant(), gen_random_uuid(), 'OWNER', now())",
                "update oauth_client_secret set expires_at = now()",
                "update webhook_endpoint set url = 'https://evil.example'",
                "update tenant set name = 'Mine'",
                "insert into operator_policy (tenant_id, ask_first, changed_at) values (app_tenant(), false, now())",
                "update access_grant set ended_at = null"
            })
    void neverWritesMoneyKeysOrMembers(String sql) {
        opened(AccessScope.ACT);
        assertThatThrownBy(() -> as(
                        operator,
                        () -> unitOfWork.inTenant(kaya, () -> jdbc.sql(sql).update())))
                .rootCause()
                .hasMessageContaining("an operator can't write");
    }

    @Test
    void isRefusedAtTheNextActOnceItsTimeIsOver() {
        AccessGrant grant = opened(AccessScope.ACT);
        run(operator, this::read);
        pass(grant, Duration.ofMinutes(59));
        assertThatCode(() -> run(operator, this::read)).doesNotThrowAnyException();
        pass(grant, Duration.ofMinutes(1));
        assertThatThrownBy(() -> as(operator, this::read)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(operator, this::change)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> use.enter(operator, slug(kaya))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> use.leave(kaya, grant.id(), operator)).isInstanceOf(AccessOverException.class);
    }

    @Test
    void isOutAtOnceWhenAnOwnerEndsIt() {
        AccessGrant grant = opened(AccessScope.READ);
        PersonId finance = member(kaya, Role.FINANCE);
        assertThatThrownBy(() -> answer.end(kaya, grant.id(), finance)).isInstanceOf(NotPermittedException.class);
        answer.end(kaya, grant.id(), owner);
        assertThatThrownBy(() -> as(operator, this::read)).isInstanceOf(NotFoundException.class);
        assertThat(answer.newest(kaya, 5)).singleElement().satisfies(ended -> {
            assertThat(ended.endedBy()).isEqualTo(name(owner));
            assertThat(ended.operatorName()).isEqualTo(name(operator));
            assertThat(ended.statusAt(Objects.requireNonNull(ended.endedAt()))).isEqualTo(AccessStatus.ENDED);
        });
        assertThat(last(kaya).action()).isEqualTo("operator_access.ended");
        assertThat(last(kaya).actor().name()).isEqualTo(name(owner));
        assertThatThrownBy(() -> answer.end(kaya, grant.id(), owner)).isInstanceOf(AccessOverException.class);
    }

    @Test
    void leavesByItself() {
        AccessGrant grant = opened(AccessScope.READ);
        assertThat(use.accesses(operator))
                .singleElement()
                .satisfies(own -> assertThat(own.id()).isEqualTo(grant.id()));
        assertThatThrownBy(() -> use.leave(kaya, grant.id(), operator())).isInstanceOf(NotFoundException.class);
        use.leave(kaya, grant.id(), operator);
        assertThat(use.accesses(operator)).isEmpty();
        assertThatThrownBy(() -> as(operator, this::read)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void isOutAtOnceWhenItIsDisabled() {
        opened(AccessScope.READ);
        installer().enrolment().disable(new EmailAddress(name(operator)));
        assertThatThrownBy(() -> as(operator, this::read)).isInstanceOf(NotFoundException.class);
        assertThat(use.tenants(operator)).isEmpty();
        assertThat(use.operator(operator)).isFalse();
        installer().enrolment().enrol(new EmailAddress(name(operator)), "not used at all");
        assertThat(use.operator(operator)).isTrue();
    }

    @Test
    void tellsTheTenantEveryStep() {
        AccessGrant grant = opened(AccessScope.READ);
        assertThat(last(kaya).action()).isEqualTo("operator_access.started");
        assertThat(last(kaya).actor().kind()).isEqualTo("operator");
        assertThat(last(kaya).actor().name()).isEqualTo(name(operator));
        assertThat(details(last(kaya)))
                .containsEntry("reason", REASON)
                .containsEntry("minutes", "60")
                .containsEntry("operator", name(operator));
        use.looked(kaya, operator, "payments");
        assertThat(last(kaya).action()).isEqualTo("operator_access.page_opened");
        assertThat(details(last(kaya))).containsEntry("page", "payments").containsEntry("reason", REASON);
        assertThat(last(kaya).objectId()).isEqualTo(grant.id());
        assertThat(trail(other)).allSatisfy(entry -> assertThat(entry.action()).doesNotStartWith("operator"));
    }

    @Test
    void waitsForAnOwnerWhereTheTenantIsAskedFirst() {
        policy.askFirst(kaya, true, owner);
        AccessGrant asked = opened(AccessScope.READ);
        assertThat(asked.statusAt(asked.requestedAt())).isEqualTo(AccessStatus.WAITING);
        assertThat(last(kaya).action()).isEqualTo("operator_access.requested");
        assertThat(mailsTo(owner)).isOne();
        assertThatThrownBy(() -> as(operator, this::read)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> answer.consent(kaya, asked.id(), member(kaya, Role.DEVELOPER)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> answer.consent(kaya, asked.id(), operator)).isInstanceOf(NotPermittedException.class);
        AccessGrant started = answer.consent(kaya, asked.id(), owner);
        assertThat(Duration.between(
                        Objects.requireNonNull(started.startsAt()), Objects.requireNonNull(started.endsAt())))
                .isEqualTo(Duration.ofHours(1));
        assertThat(started.consentedBy()).isEqualTo(name(owner));
        run(operator, this::read);
        assertThatThrownBy(() -> answer.consent(kaya, asked.id(), owner)).isInstanceOf(AccessOverException.class);
    }

    @Test
    void neverStartsWhenItIsRefusedOrNobodyAnswersForADay() {
        policy.askFirst(kaya, true, owner);
        AccessGrant refused = opened(AccessScope.READ);
        answer.end(kaya, refused.id(), owner);
        assertThat(last(kaya).action()).isEqualTo("operator_access.refused");
        assertThatThrownBy(() -> answer.consent(kaya, refused.id(), owner)).isInstanceOf(AccessOverException.class);
        AccessGrant lapsed = opened(AccessScope.READ);
        pass(lapsed, AccessGrant.LAPSES_AFTER);
        assertThatThrownBy(() -> answer.consent(kaya, lapsed.id(), owner)).isInstanceOf(AccessOverException.class);
        assertThatThrownBy(() -> as(operator, this::read)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void breaksTheGlassLoudly() {
        policy.askFirst(kaya, true, owner);
        AccessGrant forced =
                open.open(OpenAccessCommand.of(kaya, operator, AccessScope.READ, REASON, Duration.ofMinutes(30))
                        .breakingGlass());
        assertThat(forced.breakGlass()).isTrue();
        run(operator, this::read);
        assertThat(last(kaya).action()).isEqualTo("operator_access.forced_without_consent");
        assertThat(mailsTo(owner)).isOne();
        policy.askFirst(kaya, false, owner);
        assertThat(open.open(OpenAccessCommand.of(kaya, operator, AccessScope.READ, REASON, Duration.ofMinutes(30))
                                .breakingGlass())
                        .breakGlass())
                .isFalse();
    }

    private long mailsTo(PersonId person) {
        return truth.sql("select count(*) from outgoing_mail where recipient = :email")
                .param("email", name(person))
                .query(Long.class)
                .single();
    }

    @Test
    void needsAReasonAndKnowsItsLimits() {
        assertThatThrownBy(
                        () -> OpenAccessCommand.of(kaya, operator, AccessScope.READ, "because   ", Duration.ofHours(1)))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() ->
                        OpenAccessCommand.of(kaya, operator, AccessScope.READ, "x".repeat(501), Duration.ofHours(1)))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> OpenAccessCommand.of(
                        kaya,
                        operator,
                        AccessScope.READ,
                        REASON,
                        Duration.ofHours(4).plusSeconds(1)))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(OpenAccessCommand.of(kaya, operator, AccessScope.READ, REASON, Duration.ofHours(4))
                        .request())
                .isEqualTo(new AccessRequest(operator, AccessScope.READ, REASON, Duration.ofHours(4), false));
    }

    @Test
    void staysAMemberWhereItIsOne() {
        addMember.handle(new com.tillhouse.core.tenant.AddMemberCommand(
                other, new EmailAddress(name(operator)), "correct horse battery", Role.OWNER));
        assertThatCode(() -> as(operator, () -> checkoutPolicies.read(other))).doesNotThrowAnyException();
        assertThatThrownBy(() -> as(operator, this::read)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void suspendsForAReasonThatTheTenantReads() {
        suspend.suspend(kaya, operator, "Fraud case 12, see mail");
        assertThat(use.tenants(operator))
                .filteredOn(entry -> entry.id().equals(kaya))
                .singleElement()
                .satisfies(entry -> assertThat(entry.suspendedAt()).isNotNull());
        assertThat(last(kaya).action()).isEqualTo("tenant.suspended");
        assertThat(details(last(kaya))).containsEntry("reason", "Fraud case 12, see mail");
        suspend.resume(kaya, operator, "Fraud case 12 is closed");
        assertThat(last(kaya).action()).isEqualTo("tenant.resumed");
        assertThatThrownBy(() -> suspend.suspend(kaya, operator, "no")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> suspend.suspend(kaya, owner, "Fraud case 12, see mail"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void isMadeByTheOwnerOfTheSchemaOnly() {
        assertThatThrownBy(() -> app().sql("insert into operator (person_id, enrolled_at) values (:id, now())")
                        .param("id", owner.value())
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
