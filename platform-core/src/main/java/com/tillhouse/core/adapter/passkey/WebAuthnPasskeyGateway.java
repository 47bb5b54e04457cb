package com.tillhouse.core.adapter.passkey;

import com.tillhouse.core.factor.domain.Challenge;
import com.tillhouse.core.factor.domain.Passkey;
import com.tillhouse.core.factor.domain.PasskeyKey;
import com.tillhouse.core.factor.domain.PasskeyRefusedException;
import com.tillhouse.core.factor.port.PasskeyGateway;
import com.tillhouse.core.tenant.Person;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * WebAuthn level 2 by webauthn4j. Asks for no attestation: which model of device it is does not matter. Asks for user verification always, so that a
 * passkey is two factors.
 */
public final class WebAuthnPasskeyGateway implements PasskeyGateway {
    private static final boolean USER_VERIFIED = true;

    private final ObjectConverter converter = new ObjectConverter();
    private final JsonMapper json = converter.getJsonMapper();
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final PasskeyOptions options;
    private final Origin origin;
    private final String rpId;

    /** @param home where people reach the admin app: its host is the passkeys' home, its origin the only one they work at */
    public WebAuthnPasskeyGateway(URI home) {
        this.rpId = Objects.requireNonNull(home.getHost(), "the admin app's address has no host");
        this.origin = Origin.create(home.getScheme() + "://" + home.getRawAuthority());
        this.options = new PasskeyOptions(rpId, json);
    }

    @Override
    public String creationOptions(Person person, List<Passkey> present, Challenge challenge) {
        return options.creation(person, present, challenge);
    }

    @Override
    public String requestOptions(List<Passkey> usable, Challenge challenge) {
        return options.request(usable, challenge);
    }

    @Override
    public PasskeyKey made(String answer, Challenge challenge) {
        BrowserAnswer read = BrowserAnswer.read(json, answer);
        try {
            return key(manager.verify(
                    read.made(),
                    new RegistrationParameters(server(challenge), PasskeyOptions.ALGORITHMS, USER_VERIFIED)));
        } catch (WebAuthnException | JacksonException e) {
            throw new PasskeyRefusedException("the answer does not verify", e);
        }
    }

    private PasskeyKey key(RegistrationData data) {
        AuthenticatorData<?> device =
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData credential = Objects.requireNonNull(device.getAttestedCredentialData());
        Set<AuthenticatorTransport> transports = Objects.requireNonNullElse(data.getTransports(), Set.of());
        return new PasskeyKey(
                text(credential.getCredentialId()),
                text(attested.convert(credential)),
                device.getSignCount(),
                device.isFlagBE(),
                device.isFlagBS(),
                transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .collect(Collectors.joining(",")));
    }

    @Override
    public Passkey used(String answer, Challenge challenge, Function<String, Optional<Passkey>> kept) {
        BrowserAnswer read = BrowserAnswer.read(json, answer);
        Passkey passkey = kept.apply(text(read.id()))
                .orElseThrow(() -> new PasskeyRefusedException("it is not known, or another's"));
        requireOwner(passkey, read.handle());
        try {
            AuthenticationData data = manager.verify(
                    read.used(),
                    new AuthenticationParameters(server(challenge), record(passkey.key()), null, USER_VERIFIED));
            return after(passkey, Objects.requireNonNull(data.getAuthenticatorData()));
        } catch (WebAuthnException | JacksonException e) {
            throw new PasskeyRefusedException("the answer does not verify", e);
        }
    }

    /** The device may say whose passkey it takes it for; then that must be so. */
    private static void requireOwner(Passkey passkey, byte[] handle) {
        if (handle.length > 0 && !Arrays.equals(handle, PasskeyOptions.handle(passkey.person()))) {
            throw new PasskeyRefusedException("it names another person");
        }
    }

    private CredentialRecord record(PasskeyKey key) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                USER_VERIFIED,
                key.backupEligible(),
                key.backedUp(),
                key.signCount(),
                attested.convert(Base64.getUrlDecoder().decode(key.attested())),
                null,
                null,
                null,
                null);
    }

    private static Passkey after(Passkey passkey, AuthenticatorData<?> device) {
        PasskeyKey key = passkey.key();
        return new Passkey(
                passkey.person(),
                passkey.name(),
                new PasskeyKey(
                        key.id(),
                        key.attested(),
                        device.getSignCount(),
                        key.backupEligible(),
                        device.isFlagBS(),
                        key.transports()),
                passkey.createdAt(),
                passkey.lastUsedAt());
    }

    private ServerProperty server(Challenge challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(rpId)
                .challenge(new DefaultChallenge(challenge.bytes()))
                .build();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
