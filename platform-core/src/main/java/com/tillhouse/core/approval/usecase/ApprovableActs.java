package com.tillhouse.core.approval.usecase;

import com.tillhouse.core.approval.domain.ProposedAct;
import com.tillhouse.core.approval.port.ApprovableAct;
import com.tillhouse.core.shared.NotFoundException;
import java.util.List;

/**
 * All acts that can be proposed here, each offered by its own feature.
 *
 * @param offered at most one for each kind
 */
public record ApprovableActs(List<ApprovableAct> offered) {
    public ApprovableActs {
        offered = List.copyOf(offered);
        long kinds = offered.stream().map(ApprovableAct::act).distinct().count();
        if (kinds != offered.size()) {
            throw new IllegalArgumentException("two ways to carry out the same act: " + offered);
        }
    }

    ApprovableAct of(ProposedAct act) {
        return offered.stream().filter(each -> each.act() == act).findFirst().orElseThrow(NotFoundException::new);
    }
}
