/** Two demo merchants, made once through the platform's own use cases. */
@NullMarked
package com.tillhouse.local.demo;

import org.jspecify.annotations.NullMarked;
