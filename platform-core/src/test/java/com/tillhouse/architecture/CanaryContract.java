package com.tillhouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * ArchUnit does not notice a rule that looks at the wrong place. So each wall has wrong classes, named {@code Wrong…}, below its own
 * canary package, and must reject every one of them by name. A wall without any fails here.
 */
public abstract class CanaryContract {
    private final List<Wall> walls;

    protected CanaryContract(List<Wall> walls) {
        this.walls = walls;
    }

    @TestFactory
    Stream<DynamicTest> rejectsEveryCanary() {
        return walls.stream().map(wall -> DynamicTest.dynamicTest(wall.sentence(), () -> assertBites(wall)));
    }

    private static void assertBites(Wall wall) {
        JavaClasses canaries = new ClassFileImporter().importPackages(wall.canaryPackage());
        List<String> wrong = canaries.stream()
                .filter(type -> type.isTopLevelClass() && type.getSimpleName().startsWith("Wrong"))
                .map(JavaClass::getFullName)
                .toList();
        assertThat(wrong).as("canaries in " + wall.canaryPackage()).isNotEmpty();
        String report = wall.rule().evaluate(canaries).getFailureReport().getDetails().stream()
                .collect(Collectors.joining("\n"));
        assertThat(report).as(wall.sentence()).contains(wrong);
    }
}
