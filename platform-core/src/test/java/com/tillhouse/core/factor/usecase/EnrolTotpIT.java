package com.tillhouse.core.factor.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.adapter.vault.SealBrokenException;
import com.tillhouse.core.audit.domain.SecondFactorRequiredException;
import com.tillhouse.core.factor.domain.FactorExistsException;
import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.domain.SecondFactors;
import com.tillhouse.core.factor.port.TotpVault;
import com.tillhouse.core.shared.Assurance;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.tenant.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnrolTotpIT extends FactorFixture {

    private SecondFactors factors() {
        return bean(FindSecondFactors.class).of(mei);
    }

    private byte[] sealed(PersonId person) {
        return truth.sql("select secret_encrypted from person_totp where person_id = ?")
                .param(person.value())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private void put(PersonId person, byte[] sealed) {
        truth.sql("update person_totp set secret_encrypted = ? where person_id = ?")
                .params(sealed, person.value())
                .update();
    }

    @Test
    void countsOnlyOnceACodeWasShown() {
        bean(EnrolTotp.class).begin(mei);
        assertThat(factors().any()).isFalse();
        assertThat(prove(code(mei))).isEqualTo(Proof.WRONG);
        assertThat(bean(EnrolTotp.class).confirm(mei, "000000x")).isEqualTo(Proof.WRONG);
        assertThat(factors().any()).isFalse();
        assertThat(bean(EnrolTotp.class).confirm(mei, code(mei))).isEqualTo(Proof.FITS);
        assertThat(factors().any()).isTrue();
    }

    @Test
    void voidsAnEnrolmentThatIsBegunAgain() {
        bean(EnrolTotp.class).begin(mei);
        String first = code(mei);
        bean(EnrolTotp.class).begin(mei);
        assertThat(bean(EnrolTotp.class).confirm(mei, first)).isEqualTo(Proof.WRONG);
        assertThat(bean(EnrolTotp.class).confirm(mei, code(mei))).isEqualTo(Proof.FITS);
        assertThatThrownBy(() -> bean(EnrolTotp.class).begin(mei)).isInstanceOf(FactorExistsException.class);
    }

    @Test
    void asksForThePasswordBeforeTheFirstFactor() {
        assertThatThrownBy(
                        () -> as(Assurance.SESSION, () -> bean(EnrolTotp.class).begin(mei)))
                .isInstanceOf(SecondFactorRequiredException.class);
        as(Assurance.PASSWORD, () -> bean(EnrolTotp.class).begin(mei));
        as(
                Assurance.PASSWORD,
                () -> assertThat(bean(EnrolTotp.class).confirm(mei, code(mei))).isEqualTo(Proof.FITS));
        assertThatThrownBy(
                        () -> as(Assurance.PASSWORD, () -> bean(EnrolTotp.class).begin(mei)))
                .isInstanceOf(SecondFactorRequiredException.class);
    }

    @Test
    void isTakenAwayOnlyWithAFreshSecondFactor() {
        enrol(mei);
        List<String> codes = bean(RenewRecoveryCodes.class).renew(mei);
        assertThatThrownBy(() ->
                        as(Assurance.PASSWORD, () -> bean(RemoveTotp.class).remove(mei)))
                .isInstanceOf(SecondFactorRequiredException.class);
        assertThat(factors()).isEqualTo(new SecondFactors(true, List.of(), 10));
        as(Assurance.SECOND_FACTOR, () -> bean(RemoveTotp.class).remove(mei));
        assertThat(factors()).isEqualTo(new SecondFactors(false, List.of(), 0));
        assertThat(prove(codes.getFirst())).as("void with the last factor").isEqualTo(Proof.WRONG);
    }

    @Test
    void refusesThatForSomebodyWithoutATenantToo() {
        enrol(mei);
        member(tenant); // a tenant keeps an owner
        truth.sql("delete from member where person_id = ?").param(mei.value()).update();
        assertThatThrownBy(
                        () -> as(Assurance.SESSION, () -> bean(RemoveTotp.class).remove(mei)))
                .isInstanceOf(SecondFactorRequiredException.class);
        assertThat(factors().totp()).isTrue();
    }

    @Test
    void voidsTheRecoveryCodesOfBefore() {
        enrol(mei);
        String old = bean(RenewRecoveryCodes.class).renew(mei).getFirst();
        assertThat(bean(RenewRecoveryCodes.class).renew(mei)).hasSize(10).doesNotContain(old);
        assertThat(prove(old)).isEqualTo(Proof.WRONG);
    }

    @Test
    void keepsTheSecretSealedForThisPersonAndThisVersion() {
        enrol(mei);
        byte[] secret = bean(TotpVault.class).find(mei).orElseThrow().secret().bytes();
        byte[] first = sealed(mei);
        assertThat(first).isNotEqualTo(secret).hasSizeGreaterThan(secret.length);
        PersonId ana = member(tenant);
        enrol(ana);
        put(ana, first);
        assertThatThrownBy(() -> bean(TotpVault.class).find(ana)).isInstanceOf(SealBrokenException.class);
        bean(RemoveTotp.class).remove(mei);
        enrol(mei);
        put(mei, first);
        assertThatThrownBy(() -> bean(TotpVault.class).find(mei))
                .as("the secret of before, put back")
                .isInstanceOf(SealBrokenException.class);
    }

    @Test
    void tellsEachTenantOfThePerson() {
        TenantId other = tenant();
        truth.sql("insert into member (tenant_id, person_id, role, created_at) values (?, ?, 'VIEWER', now())")
                .params(other.value(), mei.value())
                .update();
        enrol(mei);
        bean(RenewRecoveryCodes.class).renew(mei);
        bean(RemoveTotp.class).remove(mei);
        List<String> told = List.of("second_factor.added", "recovery_codes.made", "second_factor.removed");
        assertThat(actions(tenant)).endsWith(told.toArray(String[]::new));
        assertThat(actions(other)).endsWith(told.toArray(String[]::new));
    }
}
