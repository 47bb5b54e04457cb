/** What Antom posts to us. */
@NullMarked
package com.tillhouse.core.adapter.antom.notice;

import org.jspecify.annotations.NullMarked;
