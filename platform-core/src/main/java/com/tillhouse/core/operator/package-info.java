/** Those who run the platform, and the looks into a tenant that they open for a reason and for a while. */
@NullMarked
package com.tillhouse.core.operator;

import org.jspecify.annotations.NullMarked;
