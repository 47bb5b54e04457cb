package com.tillhouse.sandbox.control;

import com.tillhouse.sandbox.protocol.Json;
import com.tillhouse.sandbox.settings.SwitchStore;
import com.tillhouse.sandbox.settings.Switches;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows the switches and sets some of them. */
final class SettingsResource implements ControlResource {

    private final SwitchStore switches;

    SettingsResource(SwitchStore switches) {
        this.switches = switches;
    }

    @Override
    public Object answer(ControlCall call) {
        if (call.segments().size() > 1) {
            throw call.noSuchPath();
        }
        switch (call.method()) {
            case "GET" -> {}
            case "POST" -> switches.set(changed(call.body()));
            default -> throw call.methodNotAllowed("GET or POST");
        }
        return switches.current();
    }

    private Switches changed(String text) {
        ObjectNode all = Json.CONTROL.valueToTree(switches.current());
        Set<String> known = new TreeSet<>(all.propertyNames());
        ControlBody.parse(text, known);
        JsonNode patch = Json.parse(text.isBlank() ? "{}" : text);
        for (String name : patch.propertyNames()) {
            all.set(name, patch.get(name));
            tried(all, name);
        }
        return Json.CONTROL.treeToValue(all, Switches.class);
    }

    private static void tried(ObjectNode all, String name) {
        try {
            Json.CONTROL.treeToValue(all, Switches.class);
        } catch (JacksonException e) {
            throw new ControlProblemException(
                    400,
                    "invalid_property",
                    name + " can't be set: " + e.getOriginalMessage(),
                    "/" + name,
                    "GET /control/settings shows all switches with values of the right form.");
        }
    }
}
