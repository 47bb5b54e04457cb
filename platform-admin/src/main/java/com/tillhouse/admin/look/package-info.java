/** How things are shown: words, amounts, times, and the few pieces that every view is put together from. */
@NullMarked
package com.tillhouse.admin.look;

import org.jspecify.annotations.NullMarked;
