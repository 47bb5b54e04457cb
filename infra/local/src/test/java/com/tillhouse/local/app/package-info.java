/** Tests of what keeps the apps apart. */
@NullMarked
package com.tillhouse.local.app;

import org.jspecify.annotations.NullMarked;
