package com.tillhouse.webhooks;

import com.tillhouse.architecture.Walls;
import com.tillhouse.architecture.WallsContract;

class ArchitectureTest extends WallsContract {
    ArchitectureTest() {
        super("com.tillhouse.webhooks", Walls.everywhere());
    }
}
