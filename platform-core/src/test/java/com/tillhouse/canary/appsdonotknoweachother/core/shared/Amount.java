package com.tillhouse.canary.appsdonotknoweachother.core.shared;

public interface Amount {}
