package com.tillhouse.sandbox.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One JSON object of a request with its place in it, so that every refusal names the field. */
public final class Fields {

    private final JsonNode object;
    private final String place;

    private Fields(JsonNode object, String place) {
        this.object = object;
        this.place = place;
    }

    public static Fields of(JsonNode body) {
        if (!body.isObject()) {
            throw new RefusedException(ResultCode.PARAM_ILLEGAL, "The request body must be a JSON object.");
        }
        return new Fields(body, "");
    }

    public Fields object(String name) {
        return optionalObject(name).orElseThrow(() -> illegal(name, "is required"));
    }

    public Optional<Fields> optionalObject(String name) {
        JsonNode node = present(name);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isObject()) {
            throw illegal(name, "must be an object");
        }
        return Optional.of(new Fields(node, place(name)));
    }

    public List<Fields> list(String name, int most) {
        JsonNode node = present(name);
        List<Fields> items = new ArrayList<>();
        if (node == null) {
            return items;
        }
        if (!node.isArray()) {
            throw illegal(name, "must be an array");
        }
        if (node.size() > most) {
            throw illegal(name, "has " + node.size() + " items, " + most + " are the most");
        }
        for (int i = 0; i < node.size(); i++) {
            if (!node.get(i).isObject()) {
                throw illegal(name + "[" + i + "]", "must be an object");
            }
            items.add(new Fields(node.get(i), place(name) + "[" + i + "]"));
        }
        return items;
    }

    public String text(String name, int longest) {
        String text = optionalText(name, longest);
        if (text == null || text.isBlank()) {
            throw illegal(name, "is required");
        }
        return text;
    }

    @Nullable
    public String optionalText(String name, int longest) {
        JsonNode node = present(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            throw illegal(name, "must be a string");
        }
        String text = node.asString();
        if (text.codePointCount(0, text.length()) > longest) {
            throw illegal(name, "is longer than " + longest + " characters");
        }
        return text;
    }

    @Nullable
    public String optionalOneOf(String name, Set<String> allowed) {
        String text = optionalText(name, 64);
        if (text != null && !allowed.contains(text)) {
            throw illegal(
                    name,
                    "must be one of "
                            + String.join(", ", allowed.stream().sorted().toList()));
        }
        return text;
    }

    public String oneOf(String name, Set<String> allowed) {
        text(name, 64);
        return java.util.Objects.requireNonNull(optionalOneOf(name, allowed));
    }

    /** A whole number, as Antom writes it (in quotes) or as its SDK does (bare). */
    public void optionalWhole(String name, long least, long most) {
        JsonNode node = present(name);
        if (node == null) {
            return;
        }
        String text = node.isString() || node.isIntegralNumber() ? node.asString() : "";
        boolean fits = text.matches("-?[0-9]{1,18}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
        if (!fits) {
            throw illegal(name, "must be a whole number from " + least + " to " + most);
        }
    }

    /** A truth value, quoted or bare. */
    public void optionalTruth(String name) {
        JsonNode node = present(name);
        boolean fits = node == null
                || node.isBoolean()
                || node.isString() && node.asString().matches("true|false");
        if (!fits) {
            throw illegal(name, "must be true or false");
        }
    }

    public Amount amount(String name) {
        Fields amount = object(name);
        String currency = amount.text("currency", 3);
        String value = amount.text("value", 16);
        if (!Currencies.isKnown(currency)) {
            throw amount.illegal("currency", "is not a currency Antom takes: " + currency);
        }
        if (!value.matches("[1-9][0-9]*")) {
            throw amount.illegal("value", "must be a positive whole number of the smallest unit");
        }
        if (currency.equals("IDR") && !value.endsWith("00")) {
            throw amount.illegal("value", "must end in 00 for IDR");
        }
        return new Amount(currency, value);
    }

    public void optionalAmount(String name) {
        if (present(name) != null) {
            amount(name);
        }
    }

    public Instant time(String name) {
        text(name, 64);
        return java.util.Objects.requireNonNull(optionalTime(name));
    }

    @Nullable
    public Instant optionalTime(String name) {
        String text = optionalText(name, 64);
        if (text == null) {
            return null;
        }
        try {
            return ProtocolTime.parse(text);
        } catch (DateTimeParseException e) {
            throw illegal(name, "must be ISO 8601 with an offset, like 2024-11-27T12:01:01+08:00");
        }
    }

    /** An absolute URL of printable ASCII; it is kept byte for byte. */
    @Nullable
    public String optionalUrl(String name, Set<String> schemes) {
        String text = optionalText(name, 2048);
        if (text == null) {
            return null;
        }
        String scheme = scheme(text);
        boolean allowed =
                schemes.isEmpty() ? !scheme.matches("javascript|data|vbscript|file") : schemes.contains(scheme);
        if (scheme.isEmpty() || !allowed) {
            throw illegal(name, "must be an absolute URL" + (schemes.isEmpty() ? "" : " of " + schemes));
        }
        return text;
    }

    public String url(String name, Set<String> schemes) {
        text(name, 2048);
        return java.util.Objects.requireNonNull(optionalUrl(name, schemes));
    }

    public RefusedException illegal(String name, String why) {
        return new RefusedException(ResultCode.PARAM_ILLEGAL, "Illegal parameter: " + place(name) + " " + why + ".");
    }

    private static String scheme(String url) {
        if (!url.matches("[\\x21-\\x7e]+")) {
            return "";
        }
        try {
            String scheme = new URI(url.replaceAll("[{}|^`\\[\\]\"<>\\\\]", "_")).getScheme();
            return scheme == null ? "" : scheme.toLowerCase(java.util.Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private @Nullable JsonNode present(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private String place(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
