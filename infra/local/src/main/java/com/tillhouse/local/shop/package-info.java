/** A small merchant backend without a framework, so that a merchant can read what is needed. */
@NullMarked
package com.tillhouse.local.shop;

import org.jspecify.annotations.NullMarked;
