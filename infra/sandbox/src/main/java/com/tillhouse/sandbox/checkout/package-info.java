/** The hosted page's part: sessions are opened, buyers act, time runs out. */
@NullMarked
package com.tillhouse.sandbox.checkout;

import org.jspecify.annotations.NullMarked;
