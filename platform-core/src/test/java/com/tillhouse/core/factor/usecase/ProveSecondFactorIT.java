package com.tillhouse.core.factor.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.factor.domain.Proof;
import com.tillhouse.core.factor.domain.Totp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** G17: a code is good once, whoever shows it, and guessing ends soon. */
class ProveSecondFactorIT extends FactorFixture {
    private static final int AT_ONCE = 4;

    /** All at once, each on a thread and a connection of its own, as several processes would. */
    private List<Proof> together(String code) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        Callable<Proof> attempt = () -> {
            start.await();
            return prove(code);
        };
        List<Future<Proof>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                running.add(threads.submit(attempt));
            }
        }
        List<Proof> proofs = new ArrayList<>();
        for (Future<Proof> each : running) {
            proofs.add(each.get());
        }
        return proofs;
    }

    @Test
    void acceptsACodeOnce() {
        enrol(mei);
        String code = code(mei);
        assertThat(prove(code.substring(0, 3) + " " + code.substring(3))).isEqualTo(Proof.FITS);
        assertThat(prove(code)).isEqualTo(Proof.WRONG);
        pass(Totp.PERIOD);
        assertThat(prove(code)).as("still within the drift, but used").isEqualTo(Proof.WRONG);
        assertThat(prove(code(mei))).isEqualTo(Proof.FITS);
    }

    @Test
    void doesNotAcceptTheCodeThatTurnedTheAppOn() {
        bean(EnrolTotp.class).begin(mei);
        String code = code(mei);
        assertThat(bean(EnrolTotp.class).confirm(mei, code)).isEqualTo(Proof.FITS);
        assertThat(prove(code)).isEqualTo(Proof.WRONG);
    }

    @Test
    void doesNotAcceptAnOlderCodeAfterANewerOne() {
        enrol(mei);
        String older = code(mei);
        pass(Totp.PERIOD);
        assertThat(prove(code(mei))).isEqualTo(Proof.FITS);
        assertThat(prove(older)).isEqualTo(Proof.WRONG);
    }

    @Test
    void acceptsACodeOnceWhenItIsShownInManyPlacesAtOnce() throws InterruptedException, ExecutionException {
        enrol(mei);
        for (int round = 0; round < 5; round++) {
            assertThat(together(code(mei))).containsOnlyOnce(Proof.FITS);
            pass(Totp.PERIOD);
        }
    }

    @Test
    void acceptsARecoveryCodeOnceWhenItIsShownInManyPlacesAtOnce() throws InterruptedException, ExecutionException {
        enrol(mei);
        List<String> codes = bean(RenewRecoveryCodes.class).renew(mei);
        assertThat(together(codes.getFirst())).containsOnlyOnce(Proof.FITS);
        assertThat(prove(codes.getFirst())).isEqualTo(Proof.WRONG);
        assertThat(bean(FindSecondFactors.class).of(mei).recoveryCodes()).isEqualTo(9);
        assertThat(actions(tenant)).containsOnlyOnce("recovery_code.used");
    }

    @Test
    void doesNotAcceptAnothersCodes() {
        enrol(mei);
        var ana = member(tenant);
        enrol(ana);
        assertThat(prove(code(ana))).isEqualTo(Proof.WRONG);
        assertThat(prove(bean(RenewRecoveryCodes.class).renew(ana).getFirst())).isEqualTo(Proof.WRONG);
    }

    @Test
    void looksAtNothingAfterTooManyAttempts() {
        enrol(mei);
        for (int i = 0; i < ProveSecondFactor.MOST_ATTEMPTS; i++) {
            assertThat(prove("000 000x")).isEqualTo(Proof.WRONG);
        }
        assertThat(prove(code(mei))).isEqualTo(Proof.WAIT);
        assertThat(bean(ProvePassword.class).byPassword(mei, PASSWORD)).isEqualTo(Proof.WAIT);
        pass(ProveSecondFactor.WINDOW);
        assertThat(prove(code(mei))).isEqualTo(Proof.FITS);
        assertThat(bean(ProvePassword.class).byPassword(mei, PASSWORD)).isEqualTo(Proof.FITS);
    }

    /** At five a quarter of an hour, somebody with the password would get through within a year; not at five a day. */
    @Test
    void slowsDownWhoGoesOnGuessing() {
        enrol(mei);
        for (int i = 0; i < ProveSecondFactor.ATTEMPTS.many() / ProveSecondFactor.MOST_ATTEMPTS; i++) {
            for (int j = 0; j < ProveSecondFactor.MOST_ATTEMPTS; j++) {
                assertThat(prove("000000x")).isEqualTo(Proof.WRONG);
            }
            pass(ProveSecondFactor.WINDOW);
        }
        assertThat(prove(code(mei))).isEqualTo(Proof.WAIT);
        pass(ProveSecondFactor.ATTEMPTS.afterMany());
        assertThat(prove("000000x")).isEqualTo(Proof.WRONG);
        assertThat(prove(code(mei))).isEqualTo(Proof.FITS);
        for (int j = 0; j < ProveSecondFactor.MOST_ATTEMPTS; j++) {
            assertThat(prove("000000x")).isEqualTo(Proof.WRONG);
        }
        pass(ProveSecondFactor.WINDOW);
        pass(Totp.PERIOD);
        assertThat(prove(code(mei))).as("forgiven").isEqualTo(Proof.FITS);
    }

    @Test
    void countsAttemptsThatComeAllAtOnce() throws InterruptedException, ExecutionException {
        enrol(mei);
        List<Proof> seen = new ArrayList<>(together("nonsense"));
        seen.addAll(together("nonsense"));
        assertThat(seen.stream().filter(Proof.WRONG::equals)).hasSize(ProveSecondFactor.MOST_ATTEMPTS);
        assertThat(prove(code(mei))).isEqualTo(Proof.WAIT);
    }

    @Test
    void knowsTheRightPasswordOnly() {
        assertThat(bean(ProvePassword.class).byPassword(mei, "wrong")).isEqualTo(Proof.WRONG);
        assertThat(bean(ProvePassword.class).byPassword(mei, PASSWORD)).isEqualTo(Proof.FITS);
    }
}
