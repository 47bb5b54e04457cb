package com.tillhouse.core.factor.domain;

import java.time.Duration;

/**
 * How long attempts to prove a factor count against each other.
 *
 * @param usual as long as there were few
 * @param many how many in a row, without one that was right, are too many for mistakes
 * @param afterMany from then on, so that guessing for a year leads nowhere
 */
public record AttemptWindow(Duration usual, int many, Duration afterMany) {}
