package com.tillhouse.core.factor.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequireSecondFactorIT extends FactorFixture {

    private void change(boolean everybody) {
        bean(RequireSecondFactor.class).change(new RequireSecondFactorCommand(tenant, everybody));
    }

    @Test
    void givesMembersTimeAndRepeatingItGivesNoMore() {
        Instant now = FactorTestApp.NOW.get();
        RequireSecondFactor rule = bean(RequireSecondFactor.class);
        assertThat(rule.requiredFrom(tenant)).isEmpty();
        change(true);
        pass(Duration.ofDays(1));
        change(true);
        assertThat(rule.requiredFrom(tenant)).contains(now.plus(RequireSecondFactor.GRACE));
        assertThat(actions(tenant)).containsOnlyOnce("second_factor_rule.changed");
        change(false);
        assertThat(rule.requiredFrom(tenant)).isEmpty();
        assertThat(rule.requiredFrom(tenant())).isEmpty();
    }

    @Test
    void isMissingOnlyToWhoHasNone() {
        change(true);
        RequireSecondFactor rule = bean(RequireSecondFactor.class);
        assertThat(rule.missingFrom(tenant, mei)).isPresent();
        enrol(mei);
        assertThat(rule.missingFrom(tenant, mei)).isEmpty();
    }
}
