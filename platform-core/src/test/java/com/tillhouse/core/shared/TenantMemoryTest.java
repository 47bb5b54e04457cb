package com.tillhouse.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantMemoryTest {
    private final TenantId one = new TenantId(UUID.randomUUID());
    private final TenantId other = new TenantId(UUID.randomUUID());

    private record Place(TenantId tenant, String name) implements TenantMemory.Key {}

    @Test
    void keepsTheSamePlaceOfTwoTenantsApart() {
        TenantMemory<Place, String> memory = new TenantMemory<>(10);
        memory.keep(new Place(one, "key"), "mine");
        assertThat(memory.find(new Place(other, "key"))).isNull();
        assertThat(memory.find(new Place(one, "key"))).isEqualTo("mine");
    }

    @Test
    void keepsWhatCameFirst() {
        TenantMemory<Place, String> memory = new TenantMemory<>(10);
        assertThat(memory.keep(new Place(one, "key"), "first")).isEqualTo("first");
        assertThat(memory.keep(new Place(one, "key"), "second")).isEqualTo("first");
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        TenantMemory<Place, String> memory = new TenantMemory<>(2);
        memory.keep(new Place(one, "old"), "old");
        memory.keep(new Place(one, "used"), "used");
        assertThat(memory.find(new Place(one, "old"))).isEqualTo("old");
        memory.keep(new Place(one, "new"), "new");
        assertThat(memory.find(new Place(one, "used"))).isNull();
        assertThat(memory.find(new Place(one, "old"))).isEqualTo("old");
    }
}
