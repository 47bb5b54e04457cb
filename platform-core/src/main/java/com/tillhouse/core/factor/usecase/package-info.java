/** Adding, proving and removing second factors; each class is one driving port. */
@NullMarked
package com.tillhouse.core.factor.usecase;

import org.jspecify.annotations.NullMarked;
