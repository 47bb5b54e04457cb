/** The only package that wires the core into Spring. Apps import TillhouseCore. */
@NullMarked
package com.tillhouse.core.config;

import org.jspecify.annotations.NullMarked;
