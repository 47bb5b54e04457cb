package com.tillhouse.canary.doorsarepackageprivate.api;

public final class WrongFilter {}
