/** Lists: filters, cursors, pages. */
@NullMarked
package com.tillhouse.api.listing;

import org.jspecify.annotations.NullMarked;
