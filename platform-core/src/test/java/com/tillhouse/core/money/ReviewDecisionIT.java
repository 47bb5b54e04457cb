package com.tillhouse.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.checkout.domain.PaymentNews;
import com.tillhouse.core.checkout.domain.PaymentNews.Standing;
import com.tillhouse.core.checkout.domain.PaymentStatus;
import com.tillhouse.core.checkout.usecase.DecidePaymentReview;
import com.tillhouse.core.checkout.usecase.PaymentResource;
import com.tillhouse.core.checkout.usecase.SyncPayment;
import com.tillhouse.core.gateway.Cause;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.refund.domain.RefundNews;
import com.tillhouse.core.refund.domain.RefundStatus;
import com.tillhouse.core.refund.usecase.DecideRefundReview;
import com.tillhouse.core.refund.usecase.RefundResource;
import com.tillhouse.core.review.DecideReviewCommand;
import com.tillhouse.core.review.FindReviews;
import com.tillhouse.core.review.ReviewChangedException;
import com.tillhouse.core.review.ReviewChoice;
import com.tillhouse.core.review.ReviewResource;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.Member;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.NotPermittedException;
import com.tillhouse.core.tenant.PersonId;
import com.tillhouse.core.tenant.Role;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What Antom can't tell is decided by a person: once, by one who may, and with its consequences. */
class ReviewDecisionIT extends MoneyFixture {
    @Autowired
    DecidePaymentReview decidePayment;

    @Autowired
    DecideRefundReview decideRefund;

    @Autowired
    FindReviews reviews;

    @Autowired
    MemberRepository members;

    @Autowired
    SyncPayment sync;

    private PersonId mei = new PersonId(UUID.randomUUID());

    @BeforeEach
    void anOwner() {
        mei = member(Role.OWNER);
    }

    private PersonId member(Role role) {
        PersonId person = new PersonId(UUID.randomUUID());
        truth.sql(
                        "insert into person (person_id, email, password_hash, created_at) values (:id, :email, 'none', now())")
                .param("id", person.value())
                .param("email", person + "@shop.example")
                .update();
        unitOfWork.runInTenant(tenant, () -> members.add(tenant, new Member(tenant, person, role, clock.instant())));
        return person;
    }

    /** An open payment of which Antom said that somebody paid another amount. */
    private String doubtful() {
        String payment = openPayment();
        sayOtherAmount(payment);
        return payment;
    }

    private void sayOtherAmount(String payment) {
        paymentOutcomes.apply(
                tenant,
                payment,
                new PaymentNews(
                        Standing.PAID, Cause.NOTIFICATION, LedgerGateway.SUCCESS, dollars(1), null, null, null));
    }

    /** A refund of sixty under way, of which Antom named another amount. */
    private String doubtfulRefund(String payment) {
        antom.refunds.put(payment, refund -> LedgerGateway.lost());
        String id = refunded(payment, dollars(60), "under way");
        antom.refunds.remove(payment);
        hearRefund(id, dollars(7), RefundNews.Standing.SUCCEEDED);
        return id;
    }

    private static ReviewResource review(@Nullable ReviewResource review) {
        return Objects.requireNonNull(review);
    }

    private DecideReviewCommand<PaymentStatus> about(
            PaymentResource payment, ReviewChoice choice, @Nullable PaymentStatus end, PersonId who) {
        ReviewResource review = review(payment.review());
        return new DecideReviewCommand<>(
                tenant,
                Mode.TEST,
                payment.id(),
                review.reason(),
                review.since(),
                choice,
                end,
                "called Antom, case 4711",
                who);
    }

    private DecideReviewCommand<RefundStatus> settle(RefundResource refund, RefundStatus end) {
        ReviewResource review = review(refund.review());
        return new DecideReviewCommand<>(
                tenant,
                Mode.TEST,
                refund.id(),
                review.reason(),
                review.since(),
                ReviewChoice.SETTLE,
                end,
                "seen on the bank statement",
                mei);
    }

    private List<String> told(String object) {
        return truth.sql("select type from event where object_id = :id order by sequence")
                .param("id", object)
                .query((row, number) -> row.getString("type"))
                .list();
    }

    private @Nullable String lastCause(String table, String id) {
        return truth.sql("select cause || ' ' || coalesce(provider_code, '-') from " + table + "_move where " + table
                        + "_id = :id order by number desc limit 1")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .single();
    }

    @Test
    void saysWhySinceWhenAndInASentence() {
        PaymentResource payment = payment(doubtful());
        assertThat(payment.reviewReason()).isEqualTo("amount_mismatch");
        assertThat(review(payment.review()).since()).isBeforeOrEqualTo(clock.instant());
        assertThat(review(payment.review()).explanation()).contains("another amount than this payment");
        RefundResource refund = refundNow(doubtfulRefund(paid()));
        assertThat(review(refund.review()).explanation()).contains("another amount than this refund");
        assertThat(reviews.waiting(tenant, Mode.TEST, 99)).isEqualTo(2);
        assertThat(reviews.waiting(tenant, Mode.TEST, 1)).isEqualTo(1);
        assertThat(reviews.waiting(tenant, Mode.LIVE, 99)).isZero();
    }

    @Test
    void tellsOfARefundOnceForEachReason() {
        String id = doubtfulRefund(paid());
        hearRefund(id, dollars(7), RefundNews.Standing.SUCCEEDED);
        hearRefund(id, dollars(60), RefundNews.Standing.SUCCEEDED);
        assertThat(told(id)).containsExactly("refund.created", "refund.needs_review", "refund.succeeded");
        hearRefund(id, dollars(60), RefundNews.Standing.FAILED);
        hearRefund(id, dollars(60), RefundNews.Standing.FAILED);
        assertThat(told(id)).endsWith("refund.succeeded", "refund.needs_review").hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentStatus.class,
            names = {"SUCCEEDED", "FAILED", "EXPIRED", "CANCELED"})
    void settlesAnOpenPaymentWithAllThatFollows(PaymentStatus end) {
        String id = doubtful();
        PaymentResource settled = decidePayment.decide(about(payment(id), ReviewChoice.SETTLE, end, mei));
        assertThat(settled.status()).isEqualTo(end.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(settled.review()).isNull();
        assertThat(settled.nextCheckAt()).isNull();
        assertThat(figures(id)).isEqualTo(end == PaymentStatus.SUCCEEDED ? "100 0 0" : "0 0 0");
        assertThat(lastCause("payment", id)).isEqualTo("OPERATOR -");
        assertThat(told(id)).endsWith("payment." + settled.status());
        assertThat(find.session(tenant, Mode.TEST, settled.checkoutSession()).status())
                .isEqualTo(
                        end == PaymentStatus.SUCCEEDED
                                ? "completed"
                                : end == PaymentStatus.EXPIRED ? "expired" : "open");
        FindReviews.Decided kept = reviews.decisions(tenant, id).getFirst();
        assertThat(kept.by()).endsWith("@shop.example");
        assertThat(kept.decision().settledAs()).isEqualTo(end.name());
        assertThat(kept.decision().note()).isEqualTo("called Antom, case 4711");
        assertThat(kept.decision().reason()).isEqualTo("amount_mismatch");
    }

    @Test
    void refusesAndShowsALaterWordThatContradictsAPerson() {
        String id = doubtful();
        decidePayment.decide(about(payment(id), ReviewChoice.SETTLE, PaymentStatus.FAILED, mei));
        hear(id, Standing.PAID);
        assertThat(payment(id).status()).isEqualTo("failed");
        assertThat(payment(id).reviewReason()).isEqualTo("impossible_move_from_FAILED_to_SUCCEEDED");
        assertThat(figures(id)).isEqualTo("0 0 0");
    }

    @Test
    void settlesOnlyAlongTheTable() {
        String id = paid();
        hear(id, Standing.REFUSED);
        assertThat(decidePayment.settlements(tenant, Mode.TEST, id)).containsExactly(PaymentStatus.CANCELED);
        DecideReviewCommand<PaymentStatus> failed = about(payment(id), ReviewChoice.SETTLE, PaymentStatus.FAILED, mei);
        assertThatThrownBy(() -> decidePayment.decide(failed)).isInstanceOf(InvalidRequestException.class);
        assertThat(payment(id).review()).isNotNull();
        assertThat(reviews.decisions(tenant, id)).isEmpty();
        refunded(id, dollars(10), "some");
        assertThat(decidePayment.settlements(tenant, Mode.TEST, id)).isEmpty();
    }

    @Test
    void releasesTheReservationOfARefundSettledAsFailedOnce() throws InterruptedException {
        String payment = paid();
        String id = doubtfulRefund(payment);
        assertThat(figures(payment)).isEqualTo("100 60 0");
        DecideReviewCommand<RefundStatus> failed = settle(refundNow(id), RefundStatus.FAILED);
        List<Callable<Object>> many = IntStream.range(0, 10)
                .<Callable<Object>>mapToObj(one -> () -> decideRefund.decide(failed))
                .toList();
        List<Object> answers = atOnce(many);
        assertThat(answers.stream().filter(ReviewChangedException.class::isInstance))
                .hasSize(9);
        assertThat(figures(payment)).isEqualTo("100 0 0");
        assertThat(refundNow(id).failureReason()).contains("your business");
        assertThat(lastCause("refund", id)).isEqualTo("OPERATOR -");
        assertThat(reviews.decisions(tenant, id)).hasSize(1);

        hearRefund(id, dollars(60), RefundNews.Standing.SUCCEEDED);
        assertThat(figures(payment)).isEqualTo("100 0 0");
        assertThat(refundNow(id).reviewReason()).isEqualTo("impossible_move_from_FAILED_to_SUCCEEDED");
    }

    @Test
    void countsARefundSettledAsSucceeded() {
        String payment = paid();
        String id = doubtfulRefund(payment);
        assertThat(decideRefund
                        .decide(settle(refundNow(id), RefundStatus.SUCCEEDED))
                        .status())
                .isEqualTo("succeeded");
        assertThat(figures(payment)).isEqualTo("100 0 60");
        assertThat(told(id)).endsWith("refund.succeeded");
    }

    @Test
    void asksAntomAgainAndComesBackWhenItSaysTheSame() {
        String id = paid();
        hear(id, Standing.REFUSED);
        antom.payments.put(id, new Outcome.Confirmed<>(inquired(id, Standing.REFUSED), LedgerGateway.SUCCESS));
        sync.recover(tenant, id);
        assertThat(payment(id).nextCheckAt()).isNull();
        decidePayment.decide(about(payment(id), ReviewChoice.ASK_AGAIN, null, mei));
        assertThat(payment(id).review()).isNull();
        assertThat(payment(id).nextCheckAt()).isNotNull();
        sync.recover(tenant, id);
        assertThat(payment(id).reviewReason()).isEqualTo("impossible_move_from_SUCCEEDED_to_FAILED");
        assertThat(told(id).stream().filter("payment.needs_review"::equals)).hasSize(2);
    }

    @Test
    void staysLeftWhenAskingFindsTheSameAndComesBackWhenAntomTellsIt() {
        String id = doubtful();
        decidePayment.decide(about(payment(id), ReviewChoice.LEAVE, null, mei));
        assertThat(payment(id).status()).isEqualTo("open");
        assertThat(payment(id).nextCheckAt()).isNotNull();
        antom.payments.put(
                id,
                new Outcome.Confirmed<>(
                        new PaymentNews(
                                Standing.PAID, Cause.INQUIRY, LedgerGateway.SUCCESS, dollars(1), null, null, null),
                        LedgerGateway.SUCCESS));
        sync.recover(tenant, id);
        assertThat(payment(id).review()).isNull();
        sayOtherAmount(id);
        assertThat(payment(id).reviewReason()).isEqualTo("amount_mismatch");
    }

    private PaymentNews inquired(String payment, Standing standing) {
        PaymentNews like = news(payment, standing, null);
        return new PaymentNews(
                standing, Cause.INQUIRY, like.result(), like.amount(), like.providerPaymentId(), like.method(), null);
    }

    @Test
    void letsOnePersonDecideOfManyAtOnce() throws InterruptedException {
        String id = doubtful();
        PaymentResource seen = payment(id);
        List<PersonId> people = List.of(mei, member(Role.FINANCE), member(Role.OWNER));
        List<Callable<Object>> decisions = IntStream.range(0, 12)
                .<Callable<Object>>mapToObj(one -> () -> decidePayment.decide(about(
                        seen,
                        one % 2 == 0 ? ReviewChoice.SETTLE : ReviewChoice.LEAVE,
                        one % 2 == 0 ? PaymentStatus.FAILED : null,
                        people.get(one % people.size()))))
                .toList();
        List<Object> answers = atOnce(decisions);
        assertThat(answers.stream().filter(ReviewChangedException.class::isInstance))
                .hasSize(11);
        assertThat(reviews.decisions(tenant, id)).hasSize(1);
    }

    @Test
    void refusesADecisionAboutWhatHasChanged() {
        String id = doubtful();
        DecideReviewCommand<PaymentStatus> late = about(payment(id), ReviewChoice.SETTLE, PaymentStatus.FAILED, mei);
        hear(id, Standing.PAID);
        assertThatThrownBy(() -> decidePayment.decide(late)).isInstanceOf(ReviewChangedException.class);
        assertThat(payment(id).status()).isEqualTo("succeeded");

        String again = doubtful();
        DecideReviewCommand<PaymentStatus> old = about(payment(again), ReviewChoice.LEAVE, null, mei);
        decidePayment.decide(old);
        sayOtherAmount(again);
        assertThatThrownBy(() -> decidePayment.decide(old)).isInstanceOf(ReviewChangedException.class);
        assertThat(reviews.decisions(tenant, again)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DEVELOPER", "SUPPORT", "VIEWER"})
    void letsNoOtherRoleDecide(Role role) {
        String id = doubtful();
        PersonId person = member(role);
        DecideReviewCommand<PaymentStatus> command = about(payment(id), ReviewChoice.LEAVE, null, person);
        assertThatThrownBy(() -> decidePayment.decide(command)).isInstanceOf(NotPermittedException.class);
        assertThat(payment(id).review()).isNotNull();
    }

    @Test
    void knowsNothingOfAnotherTenantsOrModesObjects() {
        String id = doubtful();
        String refund = doubtfulRefund(paid());
        DecideReviewCommand<PaymentStatus> ours = about(payment(id), ReviewChoice.LEAVE, null, mei);
        DecideReviewCommand<RefundStatus> back = settle(refundNow(refund), RefundStatus.FAILED);
        TenantId mine = tenant;
        aTenantWithKeys();
        anOwner();
        assertThatThrownBy(() -> decidePayment.decide(moved(ours, tenant, Mode.TEST, mei)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> decideRefund.decide(moved(back, tenant, Mode.TEST, mei)))
                .isInstanceOf(NotFoundException.class);
        assertThat(reviews.decisions(tenant, id)).isEmpty();
        assertThatThrownBy(() -> decidePayment.decide(moved(ours, mine, Mode.TEST, mei)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> decidePayment.decide(moved(ours, mine, Mode.LIVE, ours.person())))
                .isInstanceOf(NotFoundException.class);
        tenant = mine;
        assertThat(payment(id).review()).isNotNull();
        assertThat(refundNow(refund).status()).isEqualTo("processing");
    }

    private static <S extends Enum<S>> DecideReviewCommand<S> moved(
            DecideReviewCommand<S> command, TenantId to, Mode mode, PersonId person) {
        return new DecideReviewCommand<>(
                to,
                mode,
                command.objectId(),
                command.reason(),
                command.since(),
                command.choice(),
                command.settleAs(),
                command.note(),
                person);
    }
}
