/** The hexagon: domain, use cases, ports and driven adapters. */
@NullMarked
package com.tillhouse.core;

import org.jspecify.annotations.NullMarked;
