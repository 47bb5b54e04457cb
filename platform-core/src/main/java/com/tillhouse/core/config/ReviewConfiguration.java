package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.PostgresReviewStore;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApplyPaymentOutcome;
import com.tillhouse.core.checkout.usecase.DecidePaymentReview;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.refund.usecase.ApplyRefundOutcome;
import com.tillhouse.core.refund.usecase.DecideRefundReview;
import com.tillhouse.core.review.FindReviews;
import com.tillhouse.core.review.RecordReviewDecision;
import com.tillhouse.core.review.ReviewStore;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.MemberRepository;
import com.tillhouse.core.tenant.PersonRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    @Bean
    ReviewStore reviewStore(JdbcClient jdbc) {
        return new PostgresReviewStore(jdbc);
    }

    @Bean
    RecordReviewDecision recordReviewDecision(
            ReviewStore reviews, MemberRepository members, RecordAudit audit, InstantSource clock) {
        return new RecordReviewDecision(reviews, members, audit, clock);
    }

    @Bean
    FindReviews findReviews(UnitOfWork unitOfWork, ReviewStore reviews, PersonRepository people) {
        return new FindReviews(unitOfWork, reviews, people);
    }

    @Bean
    DecidePaymentReview decidePaymentReview(
            UnitOfWork unitOfWork,
            PaymentRepository payments,
            ApplyPaymentOutcome outcomes,
            RecordReviewDecision decisions,
            RequireApproval approvals,
            InstantSource clock) {
        return new DecidePaymentReview(unitOfWork, payments, outcomes, decisions, approvals, clock);
    }

    @Bean
    DecideRefundReview decideRefundReview(
            UnitOfWork unitOfWork,
            RefundRepository refunds,
            ApplyRefundOutcome outcomes,
            RecordReviewDecision decisions,
            RequireApproval approvals,
            InstantSource clock) {
        return new DecideRefundReview(unitOfWork, refunds, outcomes, decisions, approvals, clock);
    }
}
