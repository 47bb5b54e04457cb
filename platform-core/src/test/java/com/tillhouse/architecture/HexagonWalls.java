package com.tillhouse.architecture;

import static com.tillhouse.architecture.Violations.notCall;
import static com.tillhouse.architecture.Violations.notUse;
import static com.tillhouse.architecture.Violations.satisfy;
import static com.tillhouse.architecture.Violations.standing;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** Who may know whom inside the core. */
final class HexagonWalls {
    private static final List<String> JDK = List.of("java.", "javax.crypto.", "javax.security.");
    private static final List<String> TECHNOLOGY = List.of("java.sql.", "java.net.http.", "java.rmi.");
    private static final List<String> STEREOTYPES = List.of(
            "org.springframework.stereotype.Component",
            "org.springframework.stereotype.Service",
            "org.springframework.stereotype.Repository",
            "org.springframework.context.annotation.Configuration");

    private HexagonWalls() {}

    static List<Wall> all() {
        return List.of(
                new Wall(
                        "inside knows only the JDK and itself",
                        classes()
                                .that(standing("stand inside", Place::inside))
                                .should(notUse("anything else", (from, to) -> !mayBeKnownInside(to)))),
                new Wall(
                        "domain knows no ports",
                        classes()
                                .that(standing("stand in a domain", at -> at.inside("domain")))
                                .should(notUse("ports or use cases", (from, to) -> {
                                    Place target = Place.of(to);
                                    return target.inside("port") || target.inside("usecase");
                                }))),
                new Wall(
                        "ports know no use cases",
                        classes()
                                .that(standing("are ports", at -> at.inside("port")))
                                .should(notUse(
                                        "use cases", (from, to) -> Place.of(to).inside("usecase")))),
                new Wall(
                        "use cases are wired in one place",
                        classes()
                                .that(standing("are ours, and no wiring", at -> at.ours() && !at.config()))
                                .should(notCall("a use case's constructor", HexagonWalls::makesUseCase))),
                new Wall(
                        "adapters are wired in one place",
                        classes()
                                .that(standing("are ours, and no wiring", at -> at.ours() && !at.config()))
                                .should(notCall("an adapter's constructor", HexagonWalls::makesAdapter))
                                .andShould(satisfy("not announce themselves to Spring", HexagonWalls::announced))),
                new Wall(
                        "adapters do not know each other",
                        classes()
                                .that(standing("are adapters", Place::adapter))
                                .should(notUse("another adapter", (from, to) -> {
                                    Place target = Place.of(to);
                                    return target.adapter() && !target.equals(Place.of(from));
                                }))),
                new Wall(
                        "adapters know no use cases and no wiring",
                        classes()
                                .that(standing("are adapters", Place::adapter))
                                .should(notUse("use cases or wiring", (from, to) -> {
                                    Place target = Place.of(to);
                                    return target.inside("usecase") || target.config();
                                }))),
                new Wall(
                        "features form no cycle",
                        slices().assignedFrom(new Features()).should().beFreeOfCycles()));
    }

    private static boolean mayBeKnownInside(JavaClass type) {
        String name = type.getFullName();
        boolean jdk =
                JDK.stream().anyMatch(name::startsWith) && TECHNOLOGY.stream().noneMatch(name::startsWith);
        return jdk || name.startsWith("org.jspecify.") || Place.of(type).inside();
    }

    private static boolean makesUseCase(JavaClass from, JavaAccess<?> access) {
        JavaClass made = access.getTargetOwner();
        boolean useCase = Place.of(made).inside("usecase")
                && made.isTopLevelClass()
                && made.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
                && !made.isRecord()
                && !made.isEnum()
                && !made.isAssignableTo(Throwable.class);
        return useCase && constructs(access) && !from.getFullName().startsWith(made.getFullName());
    }

    private static boolean makesAdapter(JavaClass from, JavaAccess<?> access) {
        Place made = Place.of(access.getTargetOwner());
        return made.adapter() && constructs(access) && !made.equals(Place.of(from));
    }

    private static boolean constructs(JavaAccess<?> access) {
        return access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
    }

    private static String announced(JavaClass type) {
        boolean stereotype = STEREOTYPES.stream().anyMatch(type::isAnnotatedWith);
        return stereotype && Place.of(type).adapter() ? "carries a Spring stereotype" : "";
    }

    private static final class Features implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            Place place = Place.of(type);
            return place.inside() && !place.area().isEmpty()
                    ? SliceIdentifier.of(place.area())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "features of the core";
        }
    }
}
