package com.tillhouse.core;

import com.tillhouse.architecture.Walls;
import com.tillhouse.architecture.WallsContract;

class ArchitectureTest extends WallsContract {
    ArchitectureTest() {
        super("com.tillhouse.core", Walls.everywhere());
    }
}
