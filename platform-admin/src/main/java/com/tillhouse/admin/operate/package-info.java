/** Commands of the platform, run instead of the app. */
@NullMarked
package com.tillhouse.admin.operate;

import org.jspecify.annotations.NullMarked;
