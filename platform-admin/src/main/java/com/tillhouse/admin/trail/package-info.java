/** What happened to a payment, told in a merchant's words. */
@NullMarked
package com.tillhouse.admin.trail;

import org.jspecify.annotations.NullMarked;
