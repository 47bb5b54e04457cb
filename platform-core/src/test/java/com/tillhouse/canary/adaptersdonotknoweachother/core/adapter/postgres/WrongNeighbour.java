package com.tillhouse.canary.adaptersdonotknoweachother.core.adapter.postgres;

import com.tillhouse.canary.adaptersdonotknoweachother.core.adapter.antom.AntomThing;

interface WrongNeighbour {
    AntomThing thing();
}
