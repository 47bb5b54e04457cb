package com.tillhouse.canary.adaptersdonotknoweachother.core.adapter.antom;

public interface AntomThing {}
