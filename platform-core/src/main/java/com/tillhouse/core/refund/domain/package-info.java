/** Money given back: the refund, its transition table and what Antom says of it. */
@NullMarked
package com.tillhouse.core.refund.domain;

import org.jspecify.annotations.NullMarked;
