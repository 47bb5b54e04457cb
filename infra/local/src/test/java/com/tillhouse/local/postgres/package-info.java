/** Tests over real sockets and a real server. */
@NullMarked
package com.tillhouse.local.postgres;

import org.jspecify.annotations.NullMarked;
