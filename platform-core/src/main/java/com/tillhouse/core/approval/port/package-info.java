/** What approvals need from outside, and what an act has to offer to be approved. */
@NullMarked
package com.tillhouse.core.approval.port;

import org.jspecify.annotations.NullMarked;
