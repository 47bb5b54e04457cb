/** The mapping to Antom and back. */
@NullMarked
package com.tillhouse.core.adapter.antom.page;

import org.jspecify.annotations.NullMarked;
