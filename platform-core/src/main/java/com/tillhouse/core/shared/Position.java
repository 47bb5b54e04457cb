package com.tillhouse.core.shared;

import java.time.Instant;

/** A place in a list ordered by {@code created desc, id desc}: the last row already seen. */
public record Position(Instant createdAt, String id) {}
