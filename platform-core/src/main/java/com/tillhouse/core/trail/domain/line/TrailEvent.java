package com.tillhouse.core.trail.domain.line;

/** We made an event of it; webhooks carry it. */
public record TrailEvent(String id, String type, long sequence) implements TrailDetail {}
