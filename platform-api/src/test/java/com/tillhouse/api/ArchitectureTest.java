package com.tillhouse.api;

import com.tillhouse.architecture.Walls;
import com.tillhouse.architecture.WallsContract;

class ArchitectureTest extends WallsContract {
    ArchitectureTest() {
        super("com.tillhouse.api", Walls.everywhere());
    }
}
