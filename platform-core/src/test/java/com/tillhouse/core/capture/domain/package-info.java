/** Tests of captures. */
@NullMarked
package com.tillhouse.core.capture.domain;

import org.jspecify.annotations.NullMarked;
