package com.tillhouse.core.config;

import com.tillhouse.core.adapter.postgres.PostgresProposalStore;
import com.tillhouse.core.approval.port.ApprovableAct;
import com.tillhouse.core.approval.port.ProposalStore;
import com.tillhouse.core.approval.usecase.ApprovableActs;
import com.tillhouse.core.approval.usecase.ChangeFourEyes;
import com.tillhouse.core.approval.usecase.DecideProposal;
import com.tillhouse.core.approval.usecase.ProposeAct;
import com.tillhouse.core.approval.usecase.RequireApproval;
import com.tillhouse.core.audit.usecase.RecordAudit;
import com.tillhouse.core.checkout.port.CheckoutPolicyStore;
import com.tillhouse.core.checkout.port.PaymentRepository;
import com.tillhouse.core.checkout.usecase.ApprovableCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.ApprovablePaymentReview;
import com.tillhouse.core.checkout.usecase.ChangeCheckoutPolicy;
import com.tillhouse.core.checkout.usecase.DecidePaymentReview;
import com.tillhouse.core.refund.port.RefundRepository;
import com.tillhouse.core.refund.usecase.ApprovableRefundReview;
import com.tillhouse.core.refund.usecase.DecideRefundReview;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.tenant.MemberRepository;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every bean that is an {@link ApprovableAct} can be proposed. */
@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {

    @Bean
    ProposalStore proposalStore(JdbcClient jdbc) {
        return new PostgresProposalStore(jdbc);
    }

    @Bean
    RequireApproval requireApproval(UnitOfWork unitOfWork, ProposalStore proposals) {
        return new RequireApproval(unitOfWork, proposals);
    }

    @Bean
    ApprovableActs approvableActs(List<ApprovableAct> acts) {
        return new ApprovableActs(acts);
    }

    @Bean
    ProposeAct proposeAct(
            UnitOfWork unitOfWork,
            ProposalStore proposals,
            MemberRepository members,
            ApprovableActs acts,
            RecordAudit audit) {
        return new ProposeAct(unitOfWork, proposals, members, acts, audit);
    }

    @Bean
    DecideProposal decideProposal(
            UnitOfWork unitOfWork,
            ProposalStore proposals,
            MemberRepository members,
            ApprovableActs acts,
            RecordAudit audit) {
        return new DecideProposal(unitOfWork, proposals, members, acts, audit);
    }

    @Bean
    ChangeFourEyes changeFourEyes(
            UnitOfWork unitOfWork, ProposalStore proposals, MemberRepository members, RecordAudit audit) {
        return new ChangeFourEyes(unitOfWork, proposals, members, audit);
    }

    @Bean
    ApprovableCheckoutPolicy approvableCheckoutPolicy(
            CheckoutPolicyStore policies, ChangeCheckoutPolicy change, InstantSource clock) {
        return new ApprovableCheckoutPolicy(policies, change, clock);
    }

    @Bean
    ApprovablePaymentReview approvablePaymentReview(PaymentRepository payments, DecidePaymentReview decide) {
        return new ApprovablePaymentReview(payments, decide);
    }

    @Bean
    ApprovableRefundReview approvableRefundReview(RefundRepository refunds, DecideRefundReview decide) {
        return new ApprovableRefundReview(refunds, decide);
    }
}
