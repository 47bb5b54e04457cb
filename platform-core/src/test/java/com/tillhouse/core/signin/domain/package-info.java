@NullMarked
package com.tillhouse.core.signin.domain;

import org.jspecify.annotations.NullMarked;
