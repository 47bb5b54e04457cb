/** What operators do from the command line. */
@NullMarked
package com.tillhouse.api.operate;

import org.jspecify.annotations.NullMarked;
