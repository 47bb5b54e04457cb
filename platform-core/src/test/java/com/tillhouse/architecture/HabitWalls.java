package com.tillhouse.architecture;

import static com.tillhouse.architecture.Violations.notCall;
import static com.tillhouse.architecture.Violations.satisfy;
import static com.tillhouse.architecture.Violations.standing;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What holds for tenants, statements, time, money and null, wherever a class stands. */
final class HabitWalls {
    private static final String TENANT = "com.tillhouse.core.shared.TenantId";
    private static final String ACROSS = "com.tillhouse.core.shared.AcrossTenants";
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final List<String> KEEPERS = List.of("Repository", "Store", "Inbox");

    private HabitWalls() {}

    static List<Wall> all() {
        return List.of(
                new Wall(
                        "every command names its tenant",
                        classes()
                                .that(standing("stand inside", Place::inside))
                                .should(satisfy("name their tenant", HabitWalls::commandWithoutTenant))),
                new Wall(
                        "repositories ask for the tenant first",
                        classes()
                                .that(standing("stand inside", Place::inside))
                                .should(satisfy("ask for the tenant first", HabitWalls::keeperWithoutTenant))),
                new Wall(
                        "what is remembered names its tenant",
                        classes()
                                .that(standing("are of the core", Place::core))
                                .should(satisfy("remember by tenant", MemoryWall::remembersWithoutTenant))),
                new Wall(
                        "statements are constants",
                        classes()
                                .that(standing(
                                        "are the platform, and do not install it", at -> at.platform() && !at.config()))
                                .should(satisfy("hand over constants only", SqlWall::buildsStatements))),
                new Wall(
                        "time comes from a clock",
                        classes()
                                .that(standing("are ours", Place::ours))
                                .should(notCall("the system's time", HabitWalls::readsTime))),
                new Wall(
                        "money is never floating",
                        classes()
                                .that(standing("stand inside", Place::inside))
                                .should(satisfy("not declare floating numbers", HabitWalls::declaresFloating))
                                .andShould(notCall("floating conversions", HabitWalls::convertsToFloating))),
                new Wall(
                        "packages are null marked",
                        classes()
                                .that(standing("are ours", Place::ours))
                                .should(satisfy("stand in a null-marked package", HabitWalls::nullUnmarked))));
    }

    private static String commandWithoutTenant(JavaClass type) {
        boolean command = type.getSimpleName().endsWith("Command");
        boolean named = type.getFields().stream()
                .map(JavaField::getRawType)
                .anyMatch(part -> tenant(part)
                        || part.isRecord() && part.getFields().stream().anyMatch(field -> tenant(field.getRawType())));
        return command && !named ? "has no TenantId, neither itself nor in a record that it is made of" : "";
    }

    private static boolean tenant(JavaClass type) {
        return type.getFullName().equals(TENANT);
    }

    private static String keeperWithoutTenant(JavaClass type) {
        if (!type.isInterface() || KEEPERS.stream().noneMatch(type.getSimpleName()::endsWith)) {
            return "";
        }
        List<String> wrong = type.getMethods().stream()
                .filter(HabitWalls::offered)
                .filter(method -> !method.isAnnotatedWith(ACROSS))
                .filter(method -> !startsWithTenant(method))
                .map(JavaMethod::getName)
                .sorted()
                .toList();
        return wrong.isEmpty() ? "" : "does not ask for the tenant first in " + wrong;
    }

    private static boolean offered(JavaMethod method) {
        return !method.getModifiers().contains(STATIC) && !method.getModifiers().contains(SYNTHETIC);
    }

    private static boolean startsWithTenant(JavaMethod method) {
        List<JavaClass> parameters = method.getRawParameterTypes();
        return !parameters.isEmpty() && tenant(parameters.getFirst());
    }

    private static boolean readsTime(JavaClass from, JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        String name = access.getName();
        boolean now = owner.startsWith("java.time.") && name.equals("now") && !takesClock(access);
        boolean old = owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || owner.equals("java.util.Date") && name.equals("<init>") && takesNothing(access)
                || owner.equals("java.util.Calendar") && name.equals("getInstance");
        boolean clock = owner.startsWith("java.time.")
                && name.startsWith("system")
                && Place.of(from).platform();
        return now || old || clock && !Place.of(from).config();
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return parameters(access).anyMatch(type -> type.getFullName().equals("java.time.Clock"));
    }

    private static boolean takesNothing(JavaAccess<?> access) {
        return parameters(access).findAny().isEmpty();
    }

    private static Stream<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitCallTarget target
                ? target.getRawParameterTypes().stream()
                : Stream.empty();
    }

    private static String declaresFloating(JavaClass type) {
        Stream<JavaClass> fields = type.getFields().stream().map(JavaField::getRawType);
        Stream<JavaClass> signatures = type.getCodeUnits().stream().flatMap(HabitWalls::signature);
        boolean floating = Stream.concat(fields, signatures)
                .anyMatch(seen -> FLOATING.contains(seen.getBaseComponentType().getFullName()));
        return floating ? "declares a floating number" : "";
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
        return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
    }

    private static boolean convertsToFloating(JavaClass from, JavaAccess<?> access) {
        String name = access.getName();
        boolean out = name.equals("doubleValue") || name.equals("floatValue");
        boolean in = access.getTargetOwner().isEquivalentTo(BigDecimal.class)
                && parameters(access).anyMatch(type -> FLOATING.contains(type.getFullName()));
        return out || in || name.equals("parseDouble") || name.equals("parseFloat");
    }

    private static String nullUnmarked(JavaClass type) {
        return type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")
                ? ""
                : "stands in a package without @NullMarked";
    }
}
