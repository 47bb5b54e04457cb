package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.client.ClientRepository;
import com.tillhouse.sandbox.client.Registration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Registers merchants and their keys. */
final class ClientsResource implements ControlResource {

    private static final int LONGEST_ID = 64;

    private final ClientRepository clients;

    ClientsResource(ClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public Object answer(ControlCall call) {
        if (call.segments().size() > 1) {
            throw call.noSuchPath();
        }
        if (!call.method().equals("POST")) {
            throw call.methodNotAllowed("POST");
        }
        ControlBody body = ControlBody.parse(
                call.body(), Set.of("client_id", "merchant_public_key", "brand_name", "logo_url", "notify_url"));
        String clientId = body.text("client_id");
        if (!clientId.matches("[\\x21-\\x7e]{1," + LONGEST_ID + "}")) {
            throw body.wrong("client_id", "is not 1 to 64 printable characters", "Write it like SANDBOX_5X0001.");
        }
        Registration registration = new Registration(
                clientId,
                body.text("merchant_public_key"),
                body.optionalText("brand_name"),
                webAddress(body, "logo_url"),
                webAddress(body, "notify_url"));
        try {
            return clients.register(registration);
        } catch (IllegalArgumentException e) {
            throw body.wrong(
                    "merchant_public_key",
                    "can't be read: " + e.getMessage(),
                    "Send the base64 of an X.509 RSA public key of 2048 bits.");
        }
    }

    private static @Nullable String webAddress(ControlBody body, String name) {
        String url = body.optionalText(name);
        if (url != null && !url.matches("https?://[\\x21-\\x7e]+")) {
            throw body.wrong(name, "is not an http or https URL", "Write it like https://shop.example/logo.svg.");
        }
        return url;
    }
}
