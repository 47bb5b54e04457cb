@NullMarked
package com.tillhouse.core.audit.domain;

import org.jspecify.annotations.NullMarked;
