/** What a key may look like, and in plain words why one is refused. */
@NullMarked
package com.tillhouse.core.gatewaykey.domain;

import org.jspecify.annotations.NullMarked;
