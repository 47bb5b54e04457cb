/** What a tenant does with its keys at Antom. */
@NullMarked
package com.tillhouse.core.gatewaykey.usecase;

import org.jspecify.annotations.NullMarked;
