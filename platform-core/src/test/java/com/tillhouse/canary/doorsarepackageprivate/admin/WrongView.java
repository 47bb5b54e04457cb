package com.tillhouse.canary.doorsarepackageprivate.admin;

public final class WrongView {}
