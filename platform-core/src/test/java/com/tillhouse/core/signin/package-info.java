@NullMarked
package com.tillhouse.core.signin;

import org.jspecify.annotations.NullMarked;
