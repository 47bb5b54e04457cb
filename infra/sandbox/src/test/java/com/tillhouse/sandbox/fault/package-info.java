/** What the amounts of the documentation do. */
@NullMarked
package com.tillhouse.sandbox.fault;

import org.jspecify.annotations.NullMarked;
