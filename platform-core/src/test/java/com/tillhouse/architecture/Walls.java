package com.tillhouse.architecture;

import java.util.List;
import java.util.stream.Stream;

/** All rules that hold in every module. */
public final class Walls {
    private Walls() {}

    /** In the order in which a reader would ask for them. */
    public static List<Wall> everywhere() {
        return Stream.of(HexagonWalls.all(), DoorWalls.all(), HabitWalls.all())
                .flatMap(List::stream)
                .toList();
    }
}
