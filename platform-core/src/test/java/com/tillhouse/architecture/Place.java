package com.tillhouse.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/**
 * Where a class stands: {@code com.tillhouse.<module>.<area>.<room>}. A canary stands at the same place below
 * {@code com.tillhouse.canary.<rule>}, so that the rules see no difference.
 *
 * @param module {@code core}, {@code api}, …; empty for what is not ours
 * @param area a feature of the core, or {@code shared}, {@code adapter}, {@code config}; may be empty
 * @param room {@code domain}, {@code usecase}, {@code port}, or the name of an adapter; may be empty
 */
record Place(String module, String area, String room) {
    private static final String ROOT = "com.tillhouse.";
    private static final String CANARY = "canary.";
    private static final Set<String> APPS = Set.of("api", "webhooks", "admin");

    static Place of(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.startsWith(ROOT)) {
            return new Place("", "", "");
        }
        String rest = name.substring(ROOT.length());
        if (rest.startsWith(CANARY)) {
            int end = rest.indexOf('.', CANARY.length());
            rest = end < 0 ? "" : rest.substring(end + 1);
        }
        String[] steps = rest.split("\\.", 4);
        return new Place(steps[0], steps.length > 1 ? steps[1] : "", steps.length > 2 ? steps[2] : "");
    }

    boolean ours() {
        return !module.isEmpty();
    }

    boolean core() {
        return module.equals("core");
    }

    boolean app() {
        return APPS.contains(module);
    }

    /** Code that is only there for development may do what the platform may not. */
    boolean platform() {
        return core() || app();
    }

    boolean adapter() {
        return core() && area.equals("adapter");
    }

    boolean adapter(String name) {
        return adapter() && room.equals(name);
    }

    boolean config() {
        return core() && area.equals("config");
    }

    /** The hexagon without its adapters and its wiring. */
    boolean inside() {
        return core() && !adapter() && !config();
    }

    boolean inside(String roomName) {
        return inside() && room.equals(roomName);
    }
}
