package com.tillhouse.core.adapter.passkey;

import com.tillhouse.core.factor.domain.Challenge;
import com.tillhouse.core.factor.domain.Passkey;
import com.tillhouse.core.tenant.Person;
import com.tillhouse.core.tenant.PersonId;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What a browser is asked, in the JSON of WebAuthn level 3 ({@code parseCreationOptionsFromJSON}). */
final class PasskeyOptions {
    static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();
    private static final long PATIENCE = Duration.ofMinutes(5).toMillis();
    private static final String TYPE = "public-key";

    private final String rpId;
    private final JsonMapper json;

    PasskeyOptions(String rpId, JsonMapper json) {
        this.rpId = rpId;
        this.json = json;
    }

    String creation(Person person, List<Passkey> present, Challenge challenge) {
        String email = person.email().value();
        return json.writeValueAsString(Map.of(
                "rp", Map.of("id", rpId, "name", "Tillhouse"),
                "user", Map.of("id", text(handle(person.id())), "name", email, "displayName", email),
                "challenge", challenge.text(),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(known -> Map.of(
                                        "type", TYPE, "alg", known.getAlg().getValue()))
                                .toList(),
                "excludeCredentials", descriptors(present),
                "authenticatorSelection",
                        Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
                "attestation", "none",
                "timeout", PATIENCE));
    }

    String request(List<Passkey> usable, Challenge challenge) {
        return json.writeValueAsString(Map.of(
                "rpId",
                rpId,
                "challenge",
                challenge.text(),
                "allowCredentials",
                descriptors(usable),
                "userVerification",
                "required",
                "timeout",
                PATIENCE));
    }

    /** How devices know the person: its id, which says nothing about it. */
    static byte[] handle(PersonId person) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array();
    }

    private static List<Map<String, Object>> descriptors(List<Passkey> passkeys) {
        return passkeys.stream().map(PasskeyOptions::descriptor).toList();
    }

    private static Map<String, Object> descriptor(Passkey passkey) {
        String transports = passkey.key().transports();
        return transports.isEmpty()
                ? Map.of("type", TYPE, "id", passkey.id())
                : Map.of("type", TYPE, "id", passkey.id(), "transports", List.of(transports.split(",")));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
