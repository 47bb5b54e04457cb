/** What operators need from outside. */
@NullMarked
package com.tillhouse.core.operator.port;

import org.jspecify.annotations.NullMarked;
