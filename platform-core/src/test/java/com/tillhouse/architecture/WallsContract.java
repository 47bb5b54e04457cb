package com.tillhouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every module extends this with its own package: its production classes, and they only, must keep every wall. */
public abstract class WallsContract {
    private final JavaClasses production;
    private final List<Wall> walls;

    protected WallsContract(String rootPackage, List<Wall> walls) {
        this.production = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
        this.walls = walls;
    }

    @Test
    void seesTheModule() {
        assertThat(production).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> keepsEveryWall() {
        return walls.stream()
                .map(wall -> DynamicTest.dynamicTest(
                        wall.sentence(), () -> wall.rule().check(production)));
    }
}
