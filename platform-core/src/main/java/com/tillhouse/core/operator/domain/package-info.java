/** An access and who is at work. */
@NullMarked
package com.tillhouse.core.operator.domain;

import org.jspecify.annotations.NullMarked;
