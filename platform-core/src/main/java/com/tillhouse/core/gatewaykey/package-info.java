/** The life of a tenant's keys at Antom: made or uploaded, proved by a live call, overlapping, retired. */
@NullMarked
package com.tillhouse.core.gatewaykey;

import org.jspecify.annotations.NullMarked;
