package com.tillhouse.admin;

import com.tillhouse.architecture.Walls;
import com.tillhouse.architecture.WallsContract;
import java.util.stream.Stream;

class ArchitectureTest extends WallsContract {
    ArchitectureTest() {
        super(
                "com.tillhouse.admin",
                Stream.concat(Walls.everywhere().stream(), FrontendWalls.all().stream())
                        .toList());
    }
}
