/** What an operator does with keysets. */
@NullMarked
package com.tillhouse.core.keyset.usecase;

import org.jspecify.annotations.NullMarked;
