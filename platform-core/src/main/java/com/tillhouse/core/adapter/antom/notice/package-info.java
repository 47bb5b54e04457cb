/** What Antom posts to us: whether it did, and what it says. */
@NullMarked
package com.tillhouse.core.adapter.antom.notice;

import org.jspecify.annotations.NullMarked;
