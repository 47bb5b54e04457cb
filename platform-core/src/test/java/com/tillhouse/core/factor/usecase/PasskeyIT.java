package com.tillhouse.core.factor.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.audit.domain.SecondFactorRequiredException;
import com.tillhouse.core.factor.domain.Challenge;
import com.tillhouse.core.factor.domain.Passkey;
import com.tillhouse.core.factor.domain.PasskeyRefusedException;
import com.tillhouse.core.factor.port.PasskeyGateway;
import com.tillhouse.core.shared.Assurance;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.PersonId;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeyIT extends FactorFixture {
    private final SoftAuthenticator device = new SoftAuthenticator();

    private void add(PersonId person, SoftAuthenticator with) {
        Challenge challenge = Challenge.fresh();
        bean(AddPasskey.class).add(person, "Phone", with.create(challenge.text()), challenge);
    }

    private PersonId who(SoftAuthenticator with, PersonId handle) {
        Challenge challenge = Challenge.fresh();
        return bean(ProvePasskey.class).who(with.get(challenge.text(), bytes(handle)), challenge);
    }

    private static byte[] bytes(PersonId person) {
        return ByteBuffer.allocate(16)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array();
    }

    private Passkey kept() {
        return bean(FindSecondFactors.class).of(mei).passkeys().getFirst();
    }

    private void refusesNew(Consumer<SoftAuthenticator> lie) {
        SoftAuthenticator liar = new SoftAuthenticator();
        lie.accept(liar);
        assertThatThrownBy(() -> add(mei, liar)).isInstanceOf(PasskeyRefusedException.class);
        assertThat(bean(FindSecondFactors.class).of(mei).any()).isFalse();
    }

    private void refusesUse(Consumer<SoftAuthenticator> lie) {
        add(mei, device);
        lie.accept(device);
        assertThatThrownBy(() -> who(device, mei)).isInstanceOf(PasskeyRefusedException.class);
        assertThat(kept().lastUsedAt()).isNull();
    }

    @Test
    void tellsWhoItIs() {
        add(mei, device);
        assertThat(kept().name()).isEqualTo("Phone");
        device.counter = 1;
        assertThat(who(device, mei)).isEqualTo(mei);
        assertThat(kept().lastUsedAt()).isEqualTo(FactorTestApp.NOW.get());
        assertThat(kept().key().signCount()).isEqualTo(1);
        assertThat(actions(tenant)).endsWith("second_factor.added");
    }

    @Test
    void goesOnForDevicesThatDoNotCount() {
        add(mei, device);
        assertThat(who(device, mei)).isEqualTo(mei);
        assertThat(who(device, mei)).isEqualTo(mei);
    }

    @Test
    void refusesANewOneForAnotherAddress() {
        refusesNew(liar -> liar.origin = "https://admin.example.evil.example");
        refusesNew(liar -> liar.origin = "http://admin.example");
        refusesNew(liar -> liar.origin = "https://admin.example:8443");
        refusesNew(liar -> liar.rpId = "example");
    }

    @Test
    void refusesANewOneThatNobodyUnlocked() {
        refusesNew(liar -> liar.flags = SoftAuthenticator.PRESENT);
        refusesNew(liar -> liar.flags = SoftAuthenticator.VERIFIED);
    }

    @Test
    void refusesAUseAtAnotherOrigin() {
        refusesUse(liar -> liar.origin = "https://evil.example");
    }

    @Test
    void refusesAUseForAnotherRelyingParty() {
        refusesUse(liar -> liar.rpId = "evil.example");
    }

    @Test
    void refusesAUseThatNobodyUnlocked() {
        refusesUse(liar -> liar.flags = SoftAuthenticator.PRESENT);
    }

    @Test
    void refusesAnAnswerToAnotherChallenge() {
        add(mei, device);
        Challenge asked = Challenge.fresh();
        String answer = device.get(asked.text(), bytes(mei));
        assertThat(bean(ProvePasskey.class).who(answer, asked)).isEqualTo(mei);
        assertThatThrownBy(() -> bean(ProvePasskey.class).who(answer, Challenge.fresh()))
                .isInstanceOf(PasskeyRefusedException.class);
    }

    @Test
    void refusesTheSameAnswerTwiceFromADeviceThatCounts() {
        add(mei, device);
        device.counter = 1;
        Challenge asked = Challenge.fresh();
        String answer = device.get(asked.text(), bytes(mei));
        assertThat(bean(ProvePasskey.class).who(answer, asked)).isEqualTo(mei);
        assertThatThrownBy(() -> bean(ProvePasskey.class).who(answer, asked))
                .isInstanceOf(PasskeyRefusedException.class);
    }

    @Test
    void refusesACounterThatWentBack() {
        device.counter = 7;
        add(mei, device);
        device.counter = 8;
        assertThat(who(device, mei)).isEqualTo(mei);
        for (int back : new int[] {8, 7, 0}) {
            device.counter = back;
            assertThatThrownBy(() -> who(device, mei)).isInstanceOf(PasskeyRefusedException.class);
        }
        assertThat(kept().key().signCount()).isEqualTo(8);
    }

    @Test
    void refusesAnothersPasskey() {
        PersonId ana = member(tenant);
        add(ana, device);
        assertThatThrownBy(() -> who(device, mei))
                .as("it names mei, but is ana's")
                .isInstanceOf(PasskeyRefusedException.class);
        Challenge asked = Challenge.fresh();
        String answer = device.get(asked.text(), bytes(ana));
        assertThatThrownBy(() -> bean(ProvePasskey.class).is(mei, answer, asked))
                .isInstanceOf(PasskeyRefusedException.class);
        assertThatThrownBy(() -> add(mei, device)).as("taken").isInstanceOf(PasskeyRefusedException.class);
        assertThatThrownBy(() -> bean(ChangePasskey.class).remove(mei, device.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bean(ChangePasskey.class).rename(mei, device.id(), "Mine"))
                .isInstanceOf(NotFoundException.class);
        bean(ProvePasskey.class).is(ana, answer, asked);
    }

    @Test
    void refusesAKeyThatPretendsToBeAKeptOne() {
        add(mei, device);
        SoftAuthenticator other = new SoftAuthenticator();
        Challenge asked = Challenge.fresh();
        String forged = other.get(asked.text(), bytes(mei)).replace(other.id(), device.id());
        assertThatThrownBy(() -> bean(ProvePasskey.class).who(forged, asked))
                .isInstanceOf(PasskeyRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "nonsense",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"!\",\"type\":\"x\",\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"attestationObject\":\"oA\",\"signature\":\"AA\"}}"
            })
    void refusesWhatIsNoAnswer(String answer) {
        Challenge asked = Challenge.fresh();
        assertThatThrownBy(() -> bean(ProvePasskey.class).who(answer, asked))
                .isInstanceOf(PasskeyRefusedException.class);
        assertThatThrownBy(() -> bean(AddPasskey.class).add(mei, "x", answer, asked))
                .isInstanceOf(PasskeyRefusedException.class);
        assertThatThrownBy(() -> bean(ProvePasskey.class).who(answer + " ".repeat(20_001), asked))
                .isInstanceOf(PasskeyRefusedException.class);
    }

    /** Answers that differ from a right one in a few letters: refused, never an error of another kind. */
    @Test
    void refusesWhatWasTamperedWith() {
        add(mei, device);
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        Challenge asked = Challenge.fresh();
        String made = new SoftAuthenticator().create(asked.text());
        String used = device.get(asked.text(), bytes(mei));
        for (int i = 0; i < 300; i++) {
            refusedOrFits(
                    tampered(made, random), answer -> bean(PasskeyGateway.class).made(answer, asked));
            refusedOrFits(
                    tampered(used, random), answer -> bean(ProvePasskey.class).who(answer, asked));
        }
    }

    private static void refusedOrFits(String answer, Consumer<String> act) {
        try {
            act.accept(answer);
        } catch (PasskeyRefusedException e) {
            assertThat(e.code()).isEqualTo("passkey_refused");
        }
    }

    private static String tampered(String answer, RandomGenerator random) {
        StringBuilder letters = new StringBuilder(answer);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            letters.setCharAt(random.nextInt(letters.length()), "Aaz09_-\"}{,:".charAt(random.nextInt(12)));
        }
        return random.nextBoolean()
                ? letters.toString()
                : letters.delete(400, 404).toString();
    }

    @Test
    void isGoneWhenItIsTakenAway() {
        add(mei, device);
        bean(ChangePasskey.class).rename(mei, device.id(), "  Old\u0000 phone ");
        assertThat(kept().name()).isEqualTo("Old  phone");
        assertThatThrownBy(() ->
                        as(Assurance.PASSWORD, () -> bean(ChangePasskey.class).remove(mei, device.id())))
                .isInstanceOf(SecondFactorRequiredException.class);
        as(Assurance.SECOND_FACTOR, () -> bean(ChangePasskey.class).remove(mei, device.id()));
        assertThat(bean(FindSecondFactors.class).of(mei).any()).isFalse();
        assertThatThrownBy(() -> who(device, mei)).isInstanceOf(PasskeyRefusedException.class);
    }

    @Test
    void asksForAnotherFactorBeforeASecondOne() {
        Challenge asked = Challenge.fresh();
        assertThatThrownBy(
                        () -> as(Assurance.SESSION, () -> bean(AddPasskey.class).ask(mei, asked)))
                .isInstanceOf(SecondFactorRequiredException.class);
        as(
                Assurance.PASSWORD,
                () -> assertThat(bean(AddPasskey.class).ask(mei, asked))
                        .contains("\"userVerification\":\"required\"", asked.text()));
        add(mei, device);
        String second = new SoftAuthenticator().create(asked.text());
        assertThatThrownBy(() ->
                        as(Assurance.PASSWORD, () -> bean(AddPasskey.class).add(mei, "Second", second, asked)))
                .isInstanceOf(SecondFactorRequiredException.class);
        assertThat(bean(FindSecondFactors.class).of(mei).passkeys()).hasSize(1);
    }

    @Test
    void asksOnlyForPasskeysOfThePerson() {
        add(mei, device);
        Challenge asked = Challenge.fresh();
        assertThat(bean(ProvePasskey.class).ask(mei, asked)).contains(device.id(), "\"rpId\":\"admin.example\"");
        assertThat(bean(ProvePasskey.class).ask(asked)).contains("\"allowCredentials\":[]");
        assertThat(bean(AddPasskey.class).ask(mei, asked)).contains("\"excludeCredentials\":[{", device.id());
    }
}
