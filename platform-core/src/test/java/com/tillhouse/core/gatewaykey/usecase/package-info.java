@NullMarked
package com.tillhouse.core.gatewaykey.usecase;

import org.jspecify.annotations.NullMarked;
