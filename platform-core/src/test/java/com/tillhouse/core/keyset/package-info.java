@NullMarked
package com.tillhouse.core.keyset;

import org.jspecify.annotations.NullMarked;
