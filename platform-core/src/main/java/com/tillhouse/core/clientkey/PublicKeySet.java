package com.tillhouse.core.clientkey;

import com.tillhouse.core.shared.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for a key set that a client uploads: public keys only, few, strong, each with a name of its own. Collects all that is wrong. */
final class PublicKeySet {
    private static final int MOST_KEYS = 5;
    private static final Set<String> PRIVATE_PARTS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private final Violations found = new Violations();
    private final Set<String> names = new HashSet<>();
    private final List<Checked> checked = new ArrayList<>();

    private PublicKeySet() {}

    /** A key that can be taken. */
    record Checked(String kid, String jwk) {}

    static List<Checked> check(Map<String, Object> keySet) {
        PublicKeySet set = new PublicKeySet();
        if (keySet.get("keys") instanceof List<?> keys) {
            set.found.atMost("/jwks/keys", keys, MOST_KEYS);
            for (int i = 0; i < Math.min(keys.size(), MOST_KEYS); i++) {
                set.key("/jwks/keys/" + i, keys.get(i));
            }
        } else {
            set.found.require(
                    false, "/jwks/keys", "required", "must be a list of keys; a single key goes into a list of one.");
        }
        set.found.throwIfAny();
        return List.copyOf(set.checked);
    }

    private void key(String at, @Nullable Object member) {
        if (!(member instanceof Map<?, ?> key)) {
            found.require(false, at, "malformed", "must be a JSON object.");
            return;
        }
        if (key.keySet().stream().anyMatch(PRIVATE_PARTS::contains)) {
            found.require(
                    false,
                    at,
                    "private_key",
                    "holds a private or secret part. It has been seen now: make a new pair, and upload only its public half.");
            return;
        }
        @Nullable String kid = name(at, key);
        use(at, key);
        @Nullable String numbers = numbers(at, key);
        if (kid != null && numbers != null) {
            checked.add(new Checked(kid, "{\"kid\":\"" + kid + "\",\"use\":\"sig\"," + numbers + algorithm(key) + "}"));
        }
    }

    private @Nullable String name(String at, Map<?, ?> key) {
        boolean good = key.get("kid") instanceof String kid && kid.matches("[A-Za-z0-9._~:=+-]{1,100}");
        found.require(
                good,
                at + "/kid",
                "malformed",
                "must be a name of 1 to 100 letters, digits and . _ ~ : = + - so that assertions can say which key signed them.");
        if (!good) {
            return null;
        }
        String kid = String.valueOf(key.get("kid"));
        found.require(names.add(kid), at + "/kid", "repeated", "must be different for each key.");
        return kid;
    }

    private void use(String at, Map<?, ?> key) {
        found.require(
                !key.containsKey("use") || "sig".equals(key.get("use")),
                at + "/use",
                "not_allowed",
                "must be sig, or left out: the key is for signing.");
        found.require(
                !key.containsKey("key_ops") || List.of("verify").equals(key.get("key_ops")),
                at + "/key_ops",
                "not_allowed",
                "must be [\"verify\"], or left out.");
    }

    private @Nullable String numbers(String at, Map<?, ?> key) {
        Object type = key.get("kty");
        PublicNumbers numbers = new PublicNumbers(found, at, key);
        if ("RSA".equals(type)) {
            algorithmFits(at, key, Set.of("RS256", "PS256"));
            return numbers.rsa();
        }
        if ("EC".equals(type)) {
            algorithmFits(at, key, Set.of("ES256"));
            return numbers.ec();
        }
        found.require(
                false,
                at + "/kty",
                "not_allowed",
                "must be RSA (2048 bits or more) or EC (P-256); no other kind is taken.");
        return null;
    }

    private void algorithmFits(String at, Map<?, ?> key, Set<String> allowed) {
        found.require(
                !key.containsKey("alg") || key.get("alg") instanceof String alg && allowed.contains(alg),
                at + "/alg",
                "not_allowed",
                "must be " + String.join(" or ", allowed.stream().sorted().toList())
                        + " for this kind of key, or left out.");
    }

    private static String algorithm(Map<?, ?> key) {
        return key.get("alg") instanceof String alg ? ",\"alg\":\"" + alg + "\"" : "";
    }
}
