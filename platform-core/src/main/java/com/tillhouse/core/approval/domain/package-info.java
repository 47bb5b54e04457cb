/** A proposal, and which acts can need one. */
@NullMarked
package com.tillhouse.core.approval.domain;

import org.jspecify.annotations.NullMarked;
