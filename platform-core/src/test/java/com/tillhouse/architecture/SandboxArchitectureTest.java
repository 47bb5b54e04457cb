package com.tillhouse.architecture;

/** The core's tests use the sandbox, so the sandbox can't use the core's: its walls are checked from here. */
class SandboxArchitectureTest extends WallsContract {
    SandboxArchitectureTest() {
        super("com.tillhouse.sandbox", Walls.everywhere());
    }
}
