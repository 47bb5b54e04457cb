package com.tillhouse.core.checkout.usecase;

import com.tillhouse.core.approval.domain.Draft;
import com.tillhouse.core.approval.domain.Proposal;
import com.tillhouse.core.approval.domain.ProposalOverException;
import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.port.ApprovableAct;
import com.tillhouse.core.checkout.domain.CheckoutPolicy;
import com.tillhouse.core.checkout.domain.CheckoutPolicy.DuplicateOrder;
import com.tillhouse.core.checkout.domain.SurplusPolicy;
import com.tillhouse.core.checkout.port.CheckoutPolicyStore;
import com.tillhouse.core.shared.TenantId;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** A change of the checkout's rules that another member has to approve. */
public final class ApprovableCheckoutPolicy implements ApprovableAct {
    private static final String SURPLUS = "surplus";
    private static final String DUPLICATE_ORDER = "duplicate_order";

    private final CheckoutPolicyStore policies;
    private final ChangeCheckoutPolicy change;
    private final InstantSource clock;

    public ApprovableCheckoutPolicy(CheckoutPolicyStore policies, ChangeCheckoutPolicy change, InstantSource clock) {
        this.policies = policies;
        this.change = change;
        this.clock = clock;
    }

    /** The command as a draft. */
    public static Draft draft(ChangeCheckoutPolicyCommand command) {
        TreeMap<String, String> parameters = new TreeMap<>();
        if (command.surplus() != null) {
            parameters.put(SURPLUS, command.surplus().name());
        }
        if (command.duplicateOrder() != null) {
            parameters.put(DUPLICATE_ORDER, command.duplicateOrder().name());
        }
        return new Draft(ProposedAct.CHECKOUT_POLICY, command.tenant().toString(), parameters);
    }

    @Override
    public ProposedAct act() {
        return ProposedAct.CHECKOUT_POLICY;
    }

    @Override
    public String basis(TenantId tenant, Draft draft) {
        return words(policies.of(tenant));
    }

    @Override
    public Runnable prepared(Proposal proposal) {
        return () -> carryOut(proposal);
    }

    private void carryOut(Proposal proposal) {
        TenantId tenant = proposal.tenant();
        if (!words(policies.lock(tenant, clock.instant())).equals(proposal.basis())) {
            throw new ProposalOverException("The rules are being changed right now. Look at them again.");
        }
        Map<String, String> parameters = proposal.draft().parameters();
        String surplus = parameters.get(SURPLUS);
        String duplicateOrder = parameters.get(DUPLICATE_ORDER);
        change.change(new ChangeCheckoutPolicyCommand(
                tenant,
                surplus == null ? null : SurplusPolicy.valueOf(surplus),
                duplicateOrder == null ? null : DuplicateOrder.valueOf(duplicateOrder)));
    }

    private static String words(CheckoutPolicy policy) {
        return policy.surplus() + " " + policy.duplicateOrder();
    }
}
