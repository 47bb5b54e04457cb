/** Money taken of an authorised payment: the capture, its transition table and what Antom says of it. */
@NullMarked
package com.tillhouse.core.capture.domain;

import org.jspecify.annotations.NullMarked;
