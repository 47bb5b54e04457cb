package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.approval.domain.ApprovalRequiredException;
import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposalOverException;
import com.tillhouse.core.approval.domain.ProposalStatus;
import com.tillhouse.core.approval.usecase.ChangeFourEyes;
import com.tillhouse.core.approval.usecase.DecideProposal;
import com.tillhouse.core.approval.usecase.ProposeAct;
import com.tillhouse.core.approval.usecase.ProposeCommand;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.usecase.ApprovableCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ApprovablePaymentReview;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicyCommand;
import com.tillhouse.core.checkout.usecase.DecidePaymentReview;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.review.DecideReviewCommand;
import com.tillhouse.core.review.FindReviews;
import com.tillhouse.core.review.ReviewChoice;
import com.tillhouse.core.review.ReviewResource;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.team.domain.TeamMember;
import com.tillhouse.core.team.usecase.ApprovableRoleChange;
import com.tillhouse.core.team.usecase.ChangeRole;
import com.tillhouse.core.team.usecase.ChangeRoleCommand;
import com.tillhouse.core.team.usecase.FindTeam;
import com.tillhouse.core.team.usecase.InviteMember;
import com.tillhouse.core.team.usecase.InviteMemberCommand;
import com.tillhouse.core.tenant.EmailAddress;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two members where a tenant wants two: one proposes, another approves, and it is done once, exactly as proposed. */
class FourEyesIT extends MoneyFixture {
    private static final String WHY = "the shop asks for it";
    private static final String WITHOUT_TRIGGERS =
            "with off as (select set_config('session_replication_role', 'replica', true)) update ";

    @Autowired
    RequireApproval approvals;

    @Autowired
    ProposeAct propose;

    @Autowired
    DecideProposal decide;

    @Autowired
    ChangeFourEyes fourEyes;

    @Autowired
    ChangeCheckoutPolicy policies;

    @Autowired
    DecidePaymentReview reviews;

    @Autowired
    FindReviews findReviews;

    @Autowired
    ChangeRole changeRole;

    @Autowired
    InviteMember invite;

    @Autowired
    FindTeam team;

    @Autowired
    JdbcClient jdbc;

    private PersonId mei = new PersonId(UUID.randomUUID());
    private PersonId ana = new PersonId(UUID.randomUUID());
    private PersonId dev = new PersonId(UUID.randomUUID());
    private PersonId finance = new PersonId(UUID.randomUUID());

    @BeforeEach
    void twoOwnersWhoWantFourEyes() {
        mei = member(Role.OWNER);
        ana = member(Role.OWNER);
        dev = member(Role.DEVELOPER);
        finance = member(Role.FINANCE);
        fourEyes.turnOn(tenant, mei);
    }

    private PersonId member(Role role) {
        PersonId person = new PersonId(UUID.randomUUID());
        truth.sql(
                        "insert into person (person_id, email, password_hash, created_at) values (:id, :email, 'none', now())")
                .param("id", person.value())
                .param("email", person + "@shop.example")
                .update();
        members(person, role);
        return person;
    }

    private void members(PersonId person, Role role) {
        truth.sql("insert into member (tenant_id, person_id, role, created_at) values (:tenant, :person, :role, now())")
                .param("tenant", tenant.value())
                .param("person", person.value())
                .param("role", role.name())
                .update();
    }

    private ChangeCheckoutPolicyCommand keep() {
        return new ChangeCheckoutPolicyCommand(tenant, SurplusPolicy.KEEP, null);
    }

    private Proposal proposed(PersonId by) {
        return propose.propose(new ProposeCommand(tenant, ApprovableCheckoutPolicy.draft(keep()), WHY, by));
    }

    private DecideReviewCommand<PaymentStatus> settles(String payment, ReviewChoice choice, PersonId by) {
        ReviewResource review = Objects.requireNonNull(payment(payment).review());
        return new DecideReviewCommand<>(
                tenant,
                Mode.TEST,
                payment,
                review.reason(),
                review.since(),
                choice,
                choice == ReviewChoice.SETTLE ? PaymentStatus.SUCCEEDED : null,
                "seen on the bank statement",
                by);
    }

    private String doubtful() {
        String payment = openPayment();
        paymentOutcomes.apply(
                tenant,
                payment,
                new PaymentNews(
                        Standing.PAID, Cause.NOTIFICATION, LedgerGateway.SUCCESS, dollars(1), null, null, null));
        return payment;
    }

    private ProposalStatus status(Proposal proposal) {
        return propose.newest(tenant, 50).stream()
                .filter(each -> each.id().equals(proposal.id()))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private List<String> trail() {
        return truth.sql("select action || coalesce(' ' || (details::jsonb ->> 'proposal'), '') from audit_entry"
                        + " where tenant_id = :tenant order by number desc limit 3")
                .param("tenant", tenant.value())
                .query(String.class)
                .list();
    }

    @Test
    void refusesAloneWhatNeedsTwo() {
        assertThatThrownBy(() -> policies.change(keep())).isInstanceOf(ApprovalRequiredException.class);
        String payment = doubtful();
        assertThatThrownBy(() -> reviews.decide(settles(payment, ReviewChoice.SETTLE, mei)))
                .isInstanceOf(ApprovalRequiredException.class);
        reviews.decide(settles(payment, ReviewChoice.ASK_AGAIN, mei));
        assertThat(policies.read(tenant)).isEqualTo(CheckoutPolicy.USUAL);
    }

    /** What holds when the code forgets to ask. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into checkout_policy (tenant_id, surplus, duplicate_order, changed_at) values (app_tenant(), 'KEEP', 'ALLOW', now())",
                "update member set role = 'OWNER'",
                "insert into member (tenant_id, person_id, role, created_at) select app_tenant(), person_id, 'OWNER', now() from person limit 1",
                "update approval_policy set four_eyes = false",
                "insert into review_decision (tenant_id, id, object_id, reason, raised_at, choice, settled_as, note, person_id, decided_at)"
                        + " select app_tenant(), 'rvd_1', 'pay_1', 'x', now(), 'SETTLE', 'FAILED', 'x', person_id, now() from person limit 1"
            })
    void isRefusedByTheDatabaseToo(String sql) {
        assertThatThrownBy(
                        () -> unitOfWork.runInTenant(tenant, () -> jdbc.sql(sql).update()))
                .rootCause()
                .hasMessageContaining("two members have to agree");
    }

    @Test
    void letsNoOtherActSlipInWithAnApprovedOne() {
        Proposal proposal = proposed(dev);
        decide.approve(tenant, proposal.id(), mei);
        assertThatThrownBy(() -> unitOfWork.runInTenant(tenant, () -> {
                    jdbc.sql("select set_config('app.proposal', :id, true)")
                            .param("id", proposal.id())
                            .query(String.class)
                            .single();
                    jdbc.sql("update checkout_policy set surplus = 'RETURN'").update();
                }))
                .rootCause()
                .hasMessageContaining("two members have to agree");
    }

    @Test
    void carriesOutExactlyWhatWasProposed() {
        Proposal proposal = proposed(dev);
        assertThat(policies.read(tenant)).isEqualTo(CheckoutPolicy.USUAL);
        assertThat(proposal.expiresAt()).isEqualTo(proposal.proposedAt().plus(java.time.Duration.ofHours(72)));
        assertThat(decide.approve(tenant, proposal.id(), mei)).isEqualTo(ProposalStatus.EXECUTED);
        assertThat(policies.read(tenant).surplus()).isEqualTo(SurplusPolicy.KEEP);
        assertThat(trail())
                .containsExactly(
                        "checkout_policy.changed " + proposal.id(),
                        "proposal.approved " + proposal.id(),
                        "proposal.made");
    }

    @Test
    void neverLetsAnybodyDecideAboutTheirOwn() {
        Proposal proposal = proposed(mei);
        assertThatThrownBy(() -> decide.approve(tenant, proposal.id(), mei)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> decide.refuse(tenant, proposal.id(), mei, null))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> unitOfWork.runInTenant(
                        tenant,
                        () -> jdbc.sql(
                                        "update proposal set status = 'EXECUTED', decided_by = proposed_by, decided_at = now() where id = :id")
                                .param("id", proposal.id())
                                .update()))
                .rootCause()
                .hasMessageContaining("proposal_check");
        assertThatThrownBy(() -> decide.approve(tenant, proposal.id(), finance))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> decide.approve(tenant, proposal.id(), new PersonId(UUID.randomUUID())))
                .isInstanceOf(NotPermittedException.class);
        assertThat(policies.read(tenant)).isEqualTo(CheckoutPolicy.USUAL);
    }

    @Test
    void isFrozenWhenItIsMade() {
        Proposal proposal = proposed(dev);
        assertThatThrownBy(() -> unitOfWork.runInTenant(
                        tenant,
                        () -> jdbc.sql("update proposal set parameters = '{}'").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> truth.sql(WITHOUT_TRIGGERS + "proposal set parameters = '{}' from off where id = :id")
                        .param("id", proposal.id())
                        .update())
                .rootCause()
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> proposed(dev)).isInstanceOf(ProposalOverException.class);
    }

    @Test
    void isCarriedOutOnceHoweverManyApprove() throws InterruptedException {
        String payment = doubtful();
        Draft draft = ApprovablePaymentReview.draft(settles(payment, ReviewChoice.SETTLE, mei));
        Proposal proposal = propose.propose(new ProposeCommand(tenant, draft, WHY, mei));
        List<Callable<Object>> many = IntStream.range(0, 10)
                .<Callable<Object>>mapToObj(
                        one -> () -> decide.approve(tenant, proposal.id(), one % 2 == 0 ? ana : finance))
                .toList();
        List<Object> answers = atOnce(many);
        assertThat(answers.stream().filter("EXECUTED"::equals))
                .as("%s", answers)
                .hasSize(1);
        assertThat(answers.stream().filter(ProposalOverException.class::isInstance))
                .hasSize(9);
        assertThat(payment(payment).status()).isEqualTo("succeeded");
        assertThat(findReviews.decisions(tenant, payment))
                .singleElement()
                .satisfies(decided -> assertThat(decided.decision().person()).isEqualTo(mei));
    }

    @Test
    void isOutOfDateWhenTheObjectChangedMeanwhile() {
        Proposal proposal = proposed(dev);
        truth.sql(
                        "insert into checkout_policy (tenant_id, surplus, duplicate_order, changed_at)"
                                + " select :tenant, 'RETURN', 'REFUSE', now() from (select set_config('session_replication_role', 'replica', true)) off")
                .param("tenant", tenant.value())
                .update();
        assertThat(decide.approve(tenant, proposal.id(), mei)).isEqualTo(ProposalStatus.STALE);
        assertThat(policies.read(tenant).surplus()).isEqualTo(SurplusPolicy.RETURN);
        assertThat(trail().getFirst()).isEqualTo("proposal.stale");
        assertThatThrownBy(() -> decide.approve(tenant, proposal.id(), ana)).isInstanceOf(ProposalOverException.class);
    }

    @Test
    void isOutOfDateWhenAntomBroughtNews() {
        String payment = doubtful();
        Draft draft = ApprovablePaymentReview.draft(settles(payment, ReviewChoice.SETTLE, mei));
        Proposal proposal = propose.propose(new ProposeCommand(tenant, draft, WHY, mei));
        hear(payment, Standing.REFUSED);
        assertThat(decide.approve(tenant, proposal.id(), ana)).isEqualTo(ProposalStatus.STALE);
        assertThat(payment(payment).status()).isEqualTo("failed");
    }

    @Test
    void endsAfterThreeDays() {
        Proposal proposal = proposed(dev);
        truth.sql(
                        WITHOUT_TRIGGERS
                                + "proposal set proposed_at = proposed_at - interval '72 hours', expires_at = expires_at - interval '72 hours' from off where id = :id")
                .param("id", proposal.id())
                .update();
        assertThatThrownBy(() -> decide.approve(tenant, proposal.id(), mei)).isInstanceOf(ProposalOverException.class);
        assertThatThrownBy(() -> unitOfWork.runInTenant(
                        tenant,
                        () -> jdbc.sql(
                                        "update proposal set status = 'EXECUTED', decided_by = :mei, decided_at = now() where id = :id")
                                .param("mei", mei.value())
                                .param("id", proposal.id())
                                .update()))
                .rootCause()
                .hasMessageContaining("has expired");
        assertThat(status(proposed(dev))).isEqualTo(ProposalStatus.WAITING);
    }

    @Test
    void isRefusedOrTakenBack() {
        Proposal refused = proposed(dev);
        decide.refuse(tenant, refused.id(), mei, "not now");
        assertThat(status(refused)).isEqualTo(ProposalStatus.REFUSED);
        assertThatThrownBy(() -> decide.approve(tenant, refused.id(), ana)).isInstanceOf(ProposalOverException.class);
        Proposal back = proposed(dev);
        assertThatThrownBy(() -> decide.withdraw(tenant, back.id(), mei)).isInstanceOf(NotPermittedException.class);
        decide.withdraw(tenant, back.id(), dev);
        assertThat(status(back)).isEqualTo(ProposalStatus.WITHDRAWN);
        assertThat(policies.read(tenant)).isEqualTo(CheckoutPolicy.USUAL);
    }

    @Test
    void isNotCarriedOutForWhoLostTheRole() {
        Proposal proposal = proposed(dev);
        truth.sql("update member set role = 'VIEWER' where tenant_id = :tenant and person_id = :dev")
                .param("tenant", tenant.value())
                .param("dev", dev.value())
                .update();
        assertThatThrownBy(() -> decide.approve(tenant, proposal.id(), mei)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> proposed(dev)).isInstanceOf(NotPermittedException.class);
    }

    /** Or one owner could make a second pair of eyes of its own. */
    @Test
    void needsTwoToSayWhoMayBeOneOfThem() {
        PersonId help = member(Role.SUPPORT);
        for (Role role : new Role[] {Role.OWNER, Role.DEVELOPER, Role.FINANCE}) {
            assertThatThrownBy(() -> changeRole.change(new ChangeRoleCommand(tenant, mei, help, role)))
                    .isInstanceOf(ApprovalRequiredException.class);
            assertThatThrownBy(() -> invite.invite(
                            new InviteMemberCommand(tenant, mei, new EmailAddress("new@shop.example"), role)))
                    .isInstanceOf(ApprovalRequiredException.class);
        }
        changeRole.change(new ChangeRoleCommand(tenant, mei, help, Role.VIEWER));
        Proposal owner = propose.propose(
                new ProposeCommand(tenant, ApprovableRoleChange.draft(teamMember(help), Role.OWNER), WHY, mei));
        assertThatThrownBy(() -> decide.approve(tenant, owner.id(), dev)).isInstanceOf(NotPermittedException.class);
        assertThat(decide.approve(tenant, owner.id(), ana)).isEqualTo(ProposalStatus.EXECUTED);
        assertThat(teamMember(help).role()).isEqualTo(Role.OWNER);
    }

    private TeamMember teamMember(PersonId person) {
        return team.of(tenant).members().stream()
                .filter(member -> member.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void needsTwoToBeTurnedOff() {
        Proposal off = propose.propose(new ProposeCommand(tenant, ChangeFourEyes.off(tenant), WHY, mei));
        assertThatThrownBy(() -> decide.approve(tenant, off.id(), dev)).isInstanceOf(NotPermittedException.class);
        decide.approve(tenant, off.id(), ana);
        assertThat(approvals.fourEyes(tenant)).isFalse();
        assertThat(policies.change(keep()).surplus()).isEqualTo(SurplusPolicy.KEEP);
    }

    @Test
    void neverLocksASoleOwnerIn() {
        truth.sql("delete from member where tenant_id = :tenant and person_id = :ana")
                .param("tenant", tenant.value())
                .param("ana", ana.value())
                .update();
        Proposal off = propose.propose(new ProposeCommand(tenant, ChangeFourEyes.off(tenant), WHY, mei));
        assertThat(decide.approve(tenant, off.id(), dev)).isEqualTo(ProposalStatus.EXECUTED);
        assertThat(approvals.fourEyes(tenant)).isFalse();
    }
}
