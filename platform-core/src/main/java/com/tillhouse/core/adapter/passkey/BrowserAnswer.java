package com.tillhouse.core.adapter.passkey;

import com.tillhouse.core.factor.domain.PasskeyRefusedException;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.RegistrationRequest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser answered, as {@code PublicKeyCredential.toJSON()} writes it; anything else is refused here, before the library sees it. */
record BrowserAnswer(JsonNode credential) {
    private static final int LONGEST = 20_000;
    private static final int MOST_TRANSPORTS = 8;

    static BrowserAnswer read(JsonMapper json, String answer) {
        if (answer.length() > LONGEST) {
            throw new PasskeyRefusedException("the answer is too long");
        }
        try {
            return new BrowserAnswer(json.readTree(answer));
        } catch (JacksonException e) {
            throw new PasskeyRefusedException("the answer is no JSON", e);
        }
    }

    RegistrationRequest made() {
        Set<String> transports = new HashSet<>();
        for (JsonNode transport : credential.at("/response/transports")) {
            String value = transport.asString("");
            if (value.matches("[a-z-]{1,20}") && transports.size() < MOST_TRANSPORTS) {
                transports.add(value);
            }
        }
        return new RegistrationRequest(
                bytes("/response/attestationObject"), bytes("/response/clientDataJSON"), transports);
    }

    /** Without whom the device takes it for; see {@link #handle()}. */
    AuthenticationRequest used() {
        return new AuthenticationRequest(
                id(),
                bytes("/response/authenticatorData"),
                bytes("/response/clientDataJSON"),
                bytes("/response/signature"));
    }

    byte[] id() {
        return bytes("/rawId");
    }

    /** Whom the device takes it for; empty when it does not say. */
    byte[] handle() {
        JsonNode handle = credential.at("/response/userHandle");
        return handle.isString() && !handle.asString().isEmpty() ? bytes("/response/userHandle") : new byte[0];
    }

    private byte[] bytes(String at) {
        JsonNode node = credential.at(at);
        if (!node.isString() || node.asString().isEmpty()) {
            throw new PasskeyRefusedException("the answer has no " + at);
        }
        try {
            return Base64.getUrlDecoder().decode(node.asString());
        } catch (IllegalArgumentException e) {
            throw new PasskeyRefusedException(at + " is not in base64url", e);
        }
    }
}
