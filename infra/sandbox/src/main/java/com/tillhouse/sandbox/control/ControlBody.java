package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.protocol.Json;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON object of a control call; each refusal points at the property. */
final class ControlBody {

    private final JsonNode object;

    private ControlBody(JsonNode object) {
        this.object = object;
    }

    /** @param known all properties this call takes; an empty body is an empty object */
    static ControlBody parse(String text, Set<String> known) {
        JsonNode node = node(text.isBlank() ? "{}" : text);
        if (!node.isObject()) {
            throw new ControlProblemException(
                    400, "malformed", "The body is not a JSON object.", "", "Send a JSON object, or no body at all.");
        }
        ControlBody body = new ControlBody(node);
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw body.wrong(name, "is not known", "Use one of " + new TreeSet<>(known) + ".");
            }
        }
        return body;
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null || text.isBlank()) {
            throw wrong(name, "is required", "Add it as a string.");
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        JsonNode node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw wrong(name, "is not a string", "Put it in quotes.");
        }
        return node.asString();
    }

    int count(String name) {
        JsonNode node = object.path(name);
        if (node.isMissingNode()) {
            return 1;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 1) {
            throw wrong(name, "is not a whole number of at least 1", "Say how many calls it is for, like 1.");
        }
        return node.asInt();
    }

    @Nullable
    Duration optionalDuration(String name) {
        String text = optionalText(name);
        if (text == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(Duration.ofDays(3650)) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw wrong(name, "is not an ISO 8601 duration: " + text, "Write it like PT25H, PT90S or P1D.");
        }
        throw wrong(name, "must be from zero to ten years", "The clock only moves forward; DELETE resets it.");
    }

    ControlProblemException wrong(String name, String why, String remedy) {
        return new ControlProblemException(400, "invalid_property", name + " " + why + ".", "/" + name, remedy);
    }

    private static JsonNode node(String text) {
        try {
            return Json.parse(text);
        } catch (JacksonException e) {
            throw new ControlProblemException(
                    400, "malformed", "The body is not JSON: " + e.getOriginalMessage(), "", "Send one JSON object.");
        }
    }
}
