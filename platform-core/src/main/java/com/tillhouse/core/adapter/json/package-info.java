/** JSON that is not a row and not Antom's. */
@NullMarked
package com.tillhouse.core.adapter.json;

import org.jspecify.annotations.NullMarked;
