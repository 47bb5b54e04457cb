/** The operators' console and the tenant's page about them. */
@NullMarked
package com.tillhouse.admin.operator;

import org.jspecify.annotations.NullMarked;
