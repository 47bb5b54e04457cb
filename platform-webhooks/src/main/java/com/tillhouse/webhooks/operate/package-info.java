/** Commands for operators, run instead of the app. */
@NullMarked
package com.tillhouse.webhooks.operate;

import org.jspecify.annotations.NullMarked;
