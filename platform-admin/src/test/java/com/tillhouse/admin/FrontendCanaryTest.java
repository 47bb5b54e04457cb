package com.tillhouse.admin;

import com.tillhouse.architecture.CanaryContract;

class FrontendCanaryTest extends CanaryContract {
    FrontendCanaryTest() {
        super(FrontendWalls.all());
    }
}
