/** How much of us may be waiting for Antom at once, and for which accounts it makes no sense to ask at the moment. */
@NullMarked
package com.tillhouse.core.adapter.antom.line;

import org.jspecify.annotations.NullMarked;
