/** Faults on demand: what shall go wrong, where and how often. */
@NullMarked
package com.tillhouse.sandbox.fault;

import org.jspecify.annotations.NullMarked;
