/** What a second factor is: one-time codes, recovery codes and passkeys of a person. */
@NullMarked
package com.tillhouse.core.factor.domain;

import org.jspecify.annotations.NullMarked;
