@NullMarked
package com.tillhouse.core.audit.usecase;

import org.jspecify.annotations.NullMarked;
