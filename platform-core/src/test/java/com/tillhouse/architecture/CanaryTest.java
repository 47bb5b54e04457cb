package com.tillhouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CanaryTest extends CanaryContract {
    CanaryTest() {
        super(Walls.everywhere());
    }

    @Test
    void everyCanaryBelongsToAWall() {
        Set<String> known = Walls.everywhere().stream().map(Wall::canaryPackage).collect(Collectors.toSet());

        assertThat(new ClassFileImporter().importPackages("com.tillhouse.canary"))
                .allSatisfy(type -> assertThat(known).anyMatch(type.getPackageName()::startsWith));
    }
}
