package com.tillhouse.canary.insideknowsonlythejdkanditself.core.adapter.postgres;

public final class PostgresThing {}
