@NullMarked
package com.tillhouse.core.factor.domain;

import org.jspecify.annotations.NullMarked;
