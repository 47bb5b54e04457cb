@NullMarked
package com.tillhouse.core.factor.usecase;

import org.jspecify.annotations.NullMarked;
