/** Antom through its SDK: the only package, with those below it, that sees {@code com.alipay}. */
@NullMarked
package com.tillhouse.core.adapter.antom;

import org.jspecify.annotations.NullMarked;
