@NullMarked
package com.tillhouse.core.gatewaykey.domain;

import org.jspecify.annotations.NullMarked;
