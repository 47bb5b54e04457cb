/** The three Spring Boot apps in one process, each as if it were alone. */
@NullMarked
package com.tillhouse.local.app;

import org.jspecify.annotations.NullMarked;
