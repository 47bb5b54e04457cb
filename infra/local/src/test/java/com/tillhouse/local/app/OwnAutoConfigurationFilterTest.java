package com.tillhouse.local.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class OwnAutoConfigurationFilterTest {
    private static final String[] CANDIDATES = {"com.vaadin.X", null, "org.springframework.boot.Y"};

    @Test
    void dropsWhatBelongsToTheNeighbours() {
        OwnAutoConfigurationFilter filter = new OwnAutoConfigurationFilter();
        filter.setEnvironment(
                new MockEnvironment().withProperty(OwnAutoConfigurationFilter.PROPERTY, "com.vaadin.,org.springdoc."));

        assertThat(filter.match(CANDIDATES, null)).containsExactly(false, true, true);
    }

    @Test
    void leavesAnAppAloneThatSetsNothing() {
        OwnAutoConfigurationFilter filter = new OwnAutoConfigurationFilter();
        filter.setEnvironment(new MockEnvironment());

        assertThat(filter.match(CANDIDATES, null)).containsOnly(true);
    }
}
