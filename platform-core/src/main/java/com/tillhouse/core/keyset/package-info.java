/** The keysets that secrets are sealed with: put under another master key, given a new key, while everything goes on. */
@NullMarked
package com.tillhouse.core.keyset;

import org.jspecify.annotations.NullMarked;
