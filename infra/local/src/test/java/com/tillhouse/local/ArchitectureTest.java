package com.tillhouse.local;

import com.tillhouse.architecture.Walls;
import com.tillhouse.architecture.WallsContract;

class ArchitectureTest extends WallsContract {
    ArchitectureTest() {
        super("com.tillhouse.local", Walls.everywhere());
    }
}
