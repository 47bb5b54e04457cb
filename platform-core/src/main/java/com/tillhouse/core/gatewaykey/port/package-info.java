/** Where key versions are kept. */
@NullMarked
package com.tillhouse.core.gatewaykey.port;

import org.jspecify.annotations.NullMarked;
