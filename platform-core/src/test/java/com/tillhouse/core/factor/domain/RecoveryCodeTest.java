package com.tillhouse.core.factor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.tenant.PersonId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {
    private static final PersonId MEI = new PersonId(UUID.fromString("6d1f3c0e-0000-4000-8000-000000000001"));
    private static final PersonId ANA = new PersonId(UUID.fromString("6d1f3c0e-0000-4000-8000-000000000002"));

    @Test
    void makesTenDifferentOnes() {
        List<RecoveryCode> codes = RecoveryCode.fresh();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(codes).allSatisfy(code -> assertThat(code.text()).matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        assertThat(codes).allSatisfy(code -> assertThat(code).hasToString("***"));
    }

    @Test
    void readsWhatAPersonTypes() {
        RecoveryCode code = RecoveryCode.fresh().getFirst();
        String sloppy = " " + code.text().toUpperCase(java.util.Locale.ROOT).replace('-', ' ') + " ";
        assertThat(RecoveryCode.read(sloppy)).contains(code);
        assertThat(RecoveryCode.read("123456")).isEmpty();
        assertThat(RecoveryCode.read("")).isEmpty();
    }

    @Test
    void bindsTheHashToThePerson() {
        RecoveryCode code = RecoveryCode.fresh().getFirst();
        assertThat(code.hash(MEI)).hasSize(32).isEqualTo(code.hash(MEI)).isNotEqualTo(code.hash(ANA));
    }
}
