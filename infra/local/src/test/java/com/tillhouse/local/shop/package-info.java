/** Tests over real sockets and a real server. */
@NullMarked
package com.tillhouse.local.shop;

import org.jspecify.annotations.NullMarked;
