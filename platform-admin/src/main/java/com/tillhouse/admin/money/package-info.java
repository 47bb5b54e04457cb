/** Sessions and payments of one tenant: lists, filters, details. */
@NullMarked
package com.tillhouse.admin.money;

import org.jspecify.annotations.NullMarked;
