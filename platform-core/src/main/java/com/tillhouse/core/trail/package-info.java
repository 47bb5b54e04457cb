/** What happened to a payment, told in one time line: who asked, what Antom answered, what moved, who was told. */
@NullMarked
package com.tillhouse.core.trail;

import org.jspecify.annotations.NullMarked;
