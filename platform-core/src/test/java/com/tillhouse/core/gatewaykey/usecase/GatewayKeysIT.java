package com.tillhouse.core.gatewaykey.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.adapter.antom.AntomFixture;
import com.tillhouse.core.adapter.antom.AntomServerFixture;
import com.tillhouse.core.gateway.GatewayKey.Status;
import com.tillhouse.core.gateway.GatewayNotReadyException;
import com.tillhouse.core.gateway.Outcome;
import com.tillhouse.core.gatewaykey.domain.AgentToken;
import com.tillhouse.core.gatewaykey.domain.KeyForms;
import com.tillhouse.core.gatewaykey.domain.KeyProof;
import com.tillhouse.core.gatewaykey.domain.KeyProofFailedException;
import com.tillhouse.core.gatewaykey.domain.KeyRecord;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.PlatformException;
import com.tillhouse.core.shared.Violation;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of keys, against a gateway that speaks Antom's protocol and a real database. */
class GatewayKeysIT extends GatewayKeysFixture {
    private static final String NO_SUCH_ORDER =
            "{\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"ORDER_NOT_EXIST\",\"resultMessage\":\"none\"}}";

    @Test
    void signsOnlyWithKeysThatALiveCallProved() {
        opened(sandbox());
        int version = add.make(tenant, Mode.TEST);
        assertThat(key(version).status()).isEqualTo(Status.PENDING);
        assertThatThrownBy(() -> account().signingKey()).isInstanceOf(GatewayNotReadyException.class);
        assertThatThrownBy(() -> activate.activate(tenant, Mode.TEST, version)).satisfies(code("antom_key_missing"));
        pasted(registered(key(version).merchantPublicKey()).antomPublicKey());
        activate.activate(tenant, Mode.TEST, version);
        assertThat(key(version).status()).isEqualTo(Status.ACTIVE);
        assertThat(proof.prove(account())).isInstanceOf(Outcome.Confirmed.class);
        assertThat(actions())
                .containsExactly(
                        "tenant.registered",
                        "gateway_account.entered",
                        "gateway_keys.made",
                        "gateway_keys.antom_key_entered",
                        "gateway_keys.activated");
    }

    @Test
    void overlapsWithItsPredecessorAndWipesItWhenItEnds() {
        opened(sandbox());
        int first = active();
        int second = active();
        assertThat(key(second).status()).isEqualTo(Status.ACTIVE);
        assertThat(key(second).keyVersion()).isEqualTo(2);
        assertThat(key(first).status()).isEqualTo(Status.RETIRING);
        assertThat(key(first).retireAt()).isNotNull();
        assertThat(account().verifyingKeys()).containsExactly(key(first).antomPublicKey());
        retire.retireDue();
        assertThat(key(first).status()).isEqualTo(Status.RETIRING);
        truth.sql("update gateway_key set retire_at = now() - interval '1 second' where tenant_id = ? and version = ?")
                .params(tenant.value(), first)
                .update();
        assertThat(retire.retireDue()).isPositive();
        assertThat(key(first).status()).isEqualTo(Status.RETIRED);
        assertThat(truth.sql(
                                "select private_key_encrypted is null from gateway_key where tenant_id = ? and version = ?")
                        .params(tenant.value(), first)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(proof.prove(account())).isInstanceOf(Outcome.Confirmed.class);
        assertThat(actions()).endsWith("gateway_keys.activated", "gateway_keys.retired");
    }

    @Test
    void findsTheNumberThatAntomKnowsAKeyBy() {
        opened(sandbox());
        active();
        int unwanted = add.make(tenant, Mode.TEST);
        retire.retire(tenant, Mode.TEST, unwanted);
        assertThat(key(unwanted).status()).isEqualTo(Status.RETIRED);
        int third = active();
        assertThat(key(third).keyVersion()).isEqualTo(2);
        assertThat(key(third).version()).isEqualTo(3);
    }

    @Test
    void takesAKeyThatAntomKnowsAlready() {
        opened(sandbox());
        registered(KeyForms.bare(KeyForms.rsa(2048).getPublic().getEncoded()));
        KeyPair own = KeyForms.rsa(2048);
        String publicKey = KeyForms.bare(own.getPublic().getEncoded());
        String antom = registered(publicKey).antomPublicKey();
        int version = add.upload(new UploadGatewayKeyCommand(
                tenant, Mode.TEST, KeyForms.pem("PRIVATE KEY", own.getPrivate().getEncoded()), publicKey));
        enter.enter(new EnterAntomKeyCommand(tenant, Mode.TEST, antom, 2));
        activate.activate(tenant, Mode.TEST, version);
        assertThat(key(version).keyVersion()).isEqualTo(2);
        assertThat(key(version).merchantPublicKey()).isEqualTo(publicKey);
    }

    @Test
    void refusesAPrivateKeyThatDoesNotBelongToThePublicKeyBesideIt() {
        opened(sandbox());
        KeyPair own = KeyForms.rsa(2048);
        UploadGatewayKeyCommand command = new UploadGatewayKeyCommand(
                tenant,
                Mode.TEST,
                KeyForms.bare(own.getPrivate().getEncoded()),
                KeyForms.bare(KeyForms.GOOD.getPublic().getEncoded()));
        assertThatThrownBy(() -> add.upload(command)).satisfies(code("key_other_pair"));
        assertThat(command.toString()).doesNotContain("MII");
        assertThat(keys()).isEmpty();
    }

    @Test
    void saysPlainlyWhyKeysWereNotProved() throws Exception {
        opened(sandbox());
        int version = add.make(tenant, Mode.TEST);
        String stranger = KeyForms.bare(KeyForms.GOOD.getPublic().getEncoded());
        pasted(stranger);
        assertProof(version, KeyProof.KEY_NOT_FOUND);
        registered(KeyForms.bare(KeyForms.rsa(2048).getPublic().getEncoded()));
        assertProof(version, KeyProof.SIGNATURE_REFUSED);
        String antom = registered(key(version).merchantPublicKey()).antomPublicKey();
        assertProof(version, KeyProof.ANTOM_KEY_DIFFERS);
        opened("http://localhost:9");
        assertProof(version, KeyProof.NO_ANSWER);
        try (AntomServerFixture odd = new AntomServerFixture()) {
            opened(odd.url());
            pasted(AntomFixture.base64(odd.keys.getPublic()));
            odd.answers(call -> call.reply(200, NO_SUCH_ORDER, java.util.Map.of()));
            assertProof(version, KeyProof.REFUSED);
            odd.says("{\"result\":{\"resultStatus\":\"F\",\"resultCode\":\"ACCESS_DENIED\",\"resultMessage\":\"no\"}}");
            assertProof(version, KeyProof.NOT_PERMITTED);
            odd.answers(call -> call.reply(500, "", java.util.Map.of()));
            assertProof(version, KeyProof.UNCLEAR);
        }
        opened(sandbox());
        pasted(antom);
        activate.activate(tenant, Mode.TEST, version);
        assertThat(key(version).status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void letsOneOfTwoActivationsWin() throws Exception {
        opened(sandbox());
        active();
        int version = ready();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<String> act = () -> {
            together.await();
            try {
                activate.activate(tenant, Mode.TEST, version);
                return "done";
            } catch (PlatformException e) {
                return e.code();
            }
        };
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = List.of(two.submit(act), two.submit(act));
            List<String> ends = List.of(both.get(0).get(), both.get(1).get());
            assertThat(ends).contains("done").containsAnyOf("key_changed", "no_key_pending");
        }
        assertThat(keys().stream().map(KeyRecord::status)).containsExactly(Status.ACTIVE, Status.RETIRING);
        assertThat(actions().stream().filter("gateway_keys.activated"::equals)).hasSize(2);
    }

    @Test
    void changesAntomsKeyAloneWithoutAnAnswerThatIsNotBelieved() throws Exception {
        try (AntomServerFixture antom = new AntomServerFixture()) {
            KeyPair next = AntomFixture.keys();
            opened(antom.url());
            antom.says(NO_SUCH_ORDER);
            int first = add.make(tenant, Mode.TEST);
            pasted(AntomFixture.base64(antom.keys.getPublic()));
            activate.activate(tenant, Mode.TEST, first);
            int second = pasted(AntomFixture.base64(next.getPublic()));
            assertThat(key(second).merchantPublicKey()).isEqualTo(key(first).merchantPublicKey());
            assertThat(proof.prove(account())).isInstanceOf(Outcome.Confirmed.class);
            assertProof(second, KeyProof.ANTOM_KEY_DIFFERS);
            antom.answers(call -> call.signedBy(next.getPrivate(), NO_SUCH_ORDER));
            assertThat(proof.prove(account())).isInstanceOf(Outcome.Confirmed.class);
            assertThat(account().verifyingKeys()).hasSize(1);
            activate.activate(tenant, Mode.TEST, second);
            assertThat(account().verifyingKeys())
                    .containsExactly(key(second).antomPublicKey(), key(first).antomPublicKey());
            antom.says(NO_SUCH_ORDER);
            assertThat(proof.prove(account())).isInstanceOf(Outcome.Confirmed.class);
            retire.retire(tenant, Mode.TEST, first);
            assertThat(proof.prove(account()))
                    .isInstanceOfSatisfying(
                            Outcome.Undetermined.class,
                            lost -> assertThat(lost.reason()).isEqualTo(Outcome.Reason.FORGED));
        }
    }

    @Test
    void sendsTheAgentTokenAndKeepsItSealed() throws Exception {
        try (AntomServerFixture antom = new AntomServerFixture()) {
            AgentToken token = new AgentToken("agent-token-of-48-characters-0123456789abcdefghi");
            open.open(new OpenGatewayAccountCommand(tenant, Mode.TEST, clientId, antom.url(), token));
            antom.says(NO_SUCH_ORDER);
            int version = add.make(tenant, Mode.TEST);
            pasted(AntomFixture.base64(antom.keys.getPublic()));
            activate.activate(tenant, Mode.TEST, version);
            assertThat(antom.asked.getLast().headers().get("Agent-token"))
                    .containsExactly("agent-token-of-48-characters-0123456789abcdefghi");
            assertThat(token).hasToString("***");
            assertThat(find.find(tenant, Mode.TEST).orElseThrow().agentToken()).isTrue();
        }
    }

    @Test
    void refusesOurOwnKeyForAntoms() {
        opened(sandbox());
        int version = add.make(tenant, Mode.TEST);
        assertThatThrownBy(() -> pasted(key(version).merchantPublicKey())).satisfies(code("key_own_key"));
    }

    @Test
    void keepsOneVersionWaitingAtATime() {
        assertThatThrownBy(() -> add.make(tenant, Mode.TEST)).satisfies(code("no_gateway_account"));
        opened(sandbox());
        assertThatThrownBy(() -> pasted(KeyForms.bare(KeyForms.GOOD.getPublic().getEncoded())))
                .satisfies(code("no_key_active"));
        add.make(tenant, Mode.TEST);
        assertThatThrownBy(() -> add.make(tenant, Mode.TEST)).satisfies(code("key_pending"));
    }

    @Test
    void endsNeitherTheActiveVersionNorOneTwice() {
        opened(sandbox());
        int first = active();
        assertThatThrownBy(() -> retire.retire(tenant, Mode.TEST, first)).satisfies(code("key_not_retirable"));
        int second = active();
        retire.retire(tenant, Mode.TEST, first);
        assertThatThrownBy(() -> retire.retire(tenant, Mode.TEST, first)).satisfies(code("key_not_retirable"));
        assertThat(key(second).status()).isEqualTo(Status.ACTIVE);
        assertThatThrownBy(() -> activate.activate(tenant, Mode.TEST, first)).satisfies(code("no_key_pending"));
    }

    @Test
    void fixesClientIdAndHostOnceAKeyWasProved() {
        opened("http://localhost:9");
        opened(sandbox());
        active();
        opened(sandbox());
        assertThatThrownBy(() -> opened("http://localhost:9")).satisfies(code("gateway_account_in_use"));
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE,SANDBOX_5X,https://open-sea-global.alipay.com,sandbox_id_in_live_mode",
        "TEST,5X0001,https://open-sea-global.alipay.com,live_id_in_test_mode",
        "TEST,SANDBOX_5X,https://open-sea-global.alipay.com.evil.example,not_antom",
        "TEST,SANDBOX_5X,http://open-sea-global.alipay.com,not_antom",
        "TEST,SANDBOX_5X,https://169.254.169.254,not_antom",
        "TEST,SANDBOX_5X,http://localhost:80/ams,not_antom",
        "TEST,SANDBOX_5X,http://localhost@evil.example,not_antom",
        "TEST,SANDBOX_ 5X,https://open-sea-global.alipay.com,not_a_client_id"
    })
    void sendsAClientIdNowhereElse(Mode mode, String id, String host, String code) {
        assertThatThrownBy(() -> open.open(new OpenGatewayAccountCommand(tenant, mode, id, host, null)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.violations().stream().map(Violation::code))
                                .containsExactly(code));
        assertThat(find.find(tenant, mode)).isEmpty();
    }

    @Test
    void keepsTestAndLiveApart() {
        opened(sandbox());
        open.open(
                new OpenGatewayAccountCommand(tenant, Mode.LIVE, "5X0001", "https://open-sea-global.alipay.com", null));
        int version = ready();
        assertThatThrownBy(() -> activate.activate(tenant, Mode.LIVE, version)).satisfies(code("no_key_pending"));
        assertThat(find.find(tenant, Mode.LIVE).orElseThrow().keys()).isEmpty();
    }

    private void assertProof(int version, KeyProof expected) {
        assertThatThrownBy(() -> activate.activate(tenant, Mode.TEST, version))
                .isInstanceOfSatisfying(
                        KeyProofFailedException.class,
                        failed -> assertThat(failed.proof()).isEqualTo(expected));
        assertThat(key(version).status()).isEqualTo(Status.PENDING);
    }
}
