/** How bytes go to Antom and which of those that come back are believed. */
@NullMarked
package com.tillhouse.core.adapter.antom.wire;

import org.jspecify.annotations.NullMarked;
