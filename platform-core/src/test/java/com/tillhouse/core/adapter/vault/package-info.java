@NullMarked
package com.tillhouse.core.adapter.vault;

import org.jspecify.annotations.NullMarked;
