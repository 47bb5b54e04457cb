package com.tillhouse.architecture;

import static com.tillhouse.architecture.Violations.notUse;
import static com.tillhouse.architecture.Violations.satisfy;
import static com.tillhouse.architecture.Violations.standing;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** Who may come in, who may go out. */
final class DoorWalls {
    private static final List<String> DOORS = List.of("Controller", "View", "Worker", "Filter");
    private static final List<String> PORTS =
            List.of("Repository", "Store", "Inbox", "Vault", "Sender", "Source", "Gateway");
    private static final Set<String> OTHER_WAYS_OUT = Set.of(
            "java.net.HttpURLConnection",
            "java.net.URLConnection",
            "java.net.Socket",
            "javax.net.ssl.HttpsURLConnection",
            "org.springframework.web.client.RestClient",
            "org.springframework.web.client.RestTemplate",
            "org.springframework.web.reactive.function.client.WebClient");

    private DoorWalls() {}

    static List<Wall> all() {
        return List.of(
                new Wall(
                        "the SDK stays in its adapter",
                        classes()
                                .that(standing(
                                        "are ours, and not the adapter", at -> at.ours() && !at.adapter("antom")))
                                .should(notUse("the SDK", (from, to) -> sdk(to)))),
                new Wall(
                        "apps enter by use cases, domain and config",
                        classes()
                                .that(standing("are apps", Place::app))
                                .should(notUse("adapters or ports", (from, to) -> closedToApps(to)))),
                new Wall(
                        "apps do not know each other",
                        classes()
                                .that(standing(
                                        "are not the local platform",
                                        at -> at.ours() && !at.module().equals("local")))
                                .should(notUse("another app", (from, to) -> stranger(Place.of(from), Place.of(to))))),
                new Wall(
                        "doors are package private",
                        classes()
                                .that(standing("are apps, whose doors Spring finds", Place::app))
                                .should(satisfy("keep their doors to themselves", DoorWalls::openDoor))),
                new Wall(
                        "one egress class",
                        classes()
                                .that(standing("are the platform", Place::platform))
                                .should(notUse("the network on their own", DoorWalls::waysOut))));
    }

    private static boolean sdk(JavaClass type) {
        return type.getPackageName().startsWith("com.alipay.")
                || type.getPackageName().startsWith("com.alibaba.");
    }

    private static boolean closedToApps(JavaClass type) {
        Place place = Place.of(type);
        boolean port = type.isInterface() && PORTS.stream().anyMatch(type.getSimpleName()::endsWith);
        return place.adapter() || place.inside("port") || place.inside() && port;
    }

    private static boolean stranger(Place from, Place to) {
        boolean other = to.ours() && !to.module().equals(from.module());
        return other && (!to.core() || from.module().equals("sandbox"));
    }

    private static String openDoor(JavaClass type) {
        boolean door = DOORS.stream().anyMatch(type.getSimpleName()::endsWith);
        return door && type.getModifiers().contains(PUBLIC) ? "is a door and public" : "";
    }

    private static boolean waysOut(JavaClass from, JavaClass to) {
        String target = to.getFullName();
        boolean antom = Place.of(from).adapter("antom") && within(from, "AntomTransport");
        boolean masterKeys = Place.of(from).adapter("vault") && within(from, "KeyServerTransport");
        boolean egress = Place.of(from).adapter("egress");
        return target.startsWith("java.net.http.") && !antom && !masterKeys
                || target.startsWith("org.apache.hc.") && !egress
                || target.startsWith("jakarta.mail.") && !Place.of(from).adapter("mail")
                || OTHER_WAYS_OUT.contains(target);
    }

    private static boolean within(JavaClass type, String topLevel) {
        String outermost =
                type.getName().substring(type.getPackageName().length() + 1).split("\\$", 2)[0];
        return outermost.equals(topLevel);
    }
}
