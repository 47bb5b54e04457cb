/** Documents that survive a restart. */
@NullMarked
package com.tillhouse.sandbox.store;

import org.jspecify.annotations.NullMarked;
