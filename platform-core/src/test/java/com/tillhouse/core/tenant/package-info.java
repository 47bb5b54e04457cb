@NullMarked
package com.tillhouse.core.tenant;

import org.jspecify.annotations.NullMarked;
