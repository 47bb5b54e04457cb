/** Acts that a tenant wants two members for: one proposes, another approves. */
@NullMarked
package com.tillhouse.core.approval;

import org.jspecify.annotations.NullMarked;
