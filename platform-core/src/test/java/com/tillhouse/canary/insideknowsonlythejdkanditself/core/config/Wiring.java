package com.tillhouse.canary.insideknowsonlythejdkanditself.core.config;

public final class Wiring {}
